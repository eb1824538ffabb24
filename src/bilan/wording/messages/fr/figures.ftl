### Titres (ils énoncent le constat), sous-titres, étiquettes et textes de remplacement des figures.

fig-trade-title = Reste jusqu’à l’objectif : { $one } ({ $statistics }), { $other } ({ $statistics_other })
fig-trade-title-one = Reste jusqu’à l’objectif : { $one } ({ $statistics })
fig-trade-title-plain = Échanges totaux par année et par déclarant
fig-trade-subtitle = Échanges de biens, deux sens, milliards de dollars, années civiles ; hachures : estimation ou calcul
fig-trade-alt = Colonnes des échanges annuels en milliards de dollars.
fig-trade-alt-reporter = Selon les { $statistics } : { $first } en { $first_period }, { $last } en { $last_period }.
fig-trade-alt-year = Selon les { $statistics } : { $last } en { $last_period }.
fig-trade-alt-aim = Objectif : { $target } en { $deadline }.
fig-trade-alt-goal = Objectif : { $target }, sans échéance.
fig-aim = Objectif { $value }
fig-to-go = reste { $distance }
fig-mirror-title = Pour un dollar vendu selon { $seller-the }, { $buyer-the } en compte { $ratio }
fig-mirror-subtitle = Biens par sens, milliards de dollars, { $period }
fig-mirror-alt = Paires de barres pour { $period }.
fig-mirror-alt-more = { $seller } vers { $buyer } : exportations { $exports }, importations { $imports }.
fig-exports-by = vendu, { $statistics }
fig-imports-by = acheté, { $statistics }
fig-gap = écart { $gap }, rapport { $ratio }
fig-contribution-title =
    { $larger ->
        [imports] Les importations portent la hausse
       *[exports] Les exportations portent la hausse
    }
fig-contribution-title-down =
    { $larger ->
        [imports] Les importations portent la baisse
       *[exports] Les exportations portent la baisse
    }
fig-contribution-subtitle = Points, { $period }, { $statistics }
fig-contribution-alt = Contributions à la croissance des échanges en { $period } : exportations { $exports }, importations { $imports }, ensemble { $total }.
fig-exports = Exportations
fig-imports = Importations
fig-growth = Croissance
fig-macro-title = Le PIB { $larger-of } vaut { $times } fois celui { $smaller-of }
fig-macro-title-plain = Les deux économies côte à côte
fig-macro-title-one = L’économie { $known-of } ; pas de chiffres { $wanting-of }
fig-macro-subtitle = Par an ; chaque panneau à sa propre échelle
fig-macro-alt = Courbes annuelles des deux pays.
fig-macro-alt-panel = { $panel } : { $countries }.
fig-macro-alt-country = { $country } { $value } en { $period }
panel-gdp = PIB, milliards de dollars
panel-population = Population, millions
panel-inflation = Prix à la consommation, % par an
fig-agreements-title = Étapes depuis { $since } ; la dernière : { $event }
fig-agreements-subtitle = Traités, protocoles et ratifications ; plein : moins d’un an avant la date des données ; vide : plus ancien
fig-agreements-alt = Frise, événements montrés : { $count }. Le premier : { $first } ({ $since }) ; le dernier : { $last } ({ $until }).
spark-alt = Petit graphique : { $last } en { $period }.
