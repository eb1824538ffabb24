### Perspectives : des fourchettes de notre propre calcul, ou pourquoi il n’y en a pas. Jamais un chiffre seul, jamais une promesse.

heading-outlook = Perspectives
standing-outlook = Calcul propre à Bilan, sans caractère officiel. Quand les chiffres le permettent, une fourchette conçue pour contenir { $level } % des résultats ; sinon les raisons de s’abstenir, et le rythme qu’exige l’objectif.
table-outlook = Fourchettes, calcul propre à Bilan
column-outlook-series = Série
column-outlook-period = Période
column-outlook-low = Borne basse
column-outlook-high = Borne haute
outlook-series =
    { $series ->
        [trade-total] Échanges totaux, { $statistics }
        [trade-exports] Exportations vers le partenaire, { $statistics }
        [trade-imports] Importations du partenaire, { $statistics }
        [trade-month] Échanges totaux par mois, { $statistics }
        [macro-merchandise-exports] Biens vendus au monde, { $country }
        [macro-merchandise-imports] Biens achetés au monde, { $country }
        [macro-remittances] Transferts reçus des travailleurs, { $country }
       *[macro-gdp] PIB, { $country }
    }
outlook-coverage = Lors d’essais sur des séries publiées d’exportations et d’importations d’autres pays, les fourchettes annuelles ont contenu { $yearly } % des résultats jusqu’à { $years } ans, les mensuelles { $monthly } % jusqu’à un an. Une rupture qu’aucun chiffre n’annonce n’y est pas.

outlook-none-lead = { $series } : pas de prévision.
outlook-none = Ce qui s’y oppose : { $reasons }.
outlook-because-few =
    { $frequency ->
        [month] { $points-class ->
            [one] { $points } seul mois sans lacune jusqu’à { $period }, pour { $needed } requis
           *[other] { $points } mois seulement sans lacune jusqu’à { $period }, pour { $needed } requis
        }
       *[year] { $points-class ->
            [one] { $points } seule année sans lacune jusqu’à { $period }, pour { $needed } requises
           *[other] { $points } années seulement sans lacune jusqu’à { $period }, pour { $needed } requises
        }
    }
outlook-because-stale = le dernier chiffre, celui de { $period }, est ancien
outlook-because-mixed = les chiffres ne viennent pas tous des statistiques d’un même pays
outlook-because-derived = certains chiffres sont déduits et non déclarés
outlook-because-bound = certains chiffres ne sont qu’une borne
outlook-because-definition = la définition a changé en route
outlook-because-sign = un chiffre est nul ou négatif
outlook-because-break = un saut des dernières périodes rompt la série
outlook-because-wide = la fourchette serait trop large pour rien dire
outlook-because-horizon = trop peu de chiffres pour viser si loin
outlook-also = De même, aucune pour : { $names }.
outlook-also-one = { $series } ({ $reasons })

outlook-pace-lead = Le rythme qu’exige l’objectif.
outlook-pace = Atteindre { $target } en { $deadline } demande { $pace } de croissance par an depuis { $period }, selon les { $statistics } : un calcul, non une prévision.
outlook-share-missing = Selon les { $statistics }, les échanges ont atteint { $part } sur la période { $period } ; la part habituelle de ces mois dans l’année n’est pas connue, l’année n’est donc pas calculée.

finding-outlook-same-share-lead = Un calcul, non une prévision.
finding-outlook-same-share = Selon les { $statistics }, les échanges ont atteint { $part } sur la période { $period } ; la même part de l’année qu’en { $before } donnerait { $total } pour { $year }.
finding-outlook-range-lead = Une fourchette, calcul propre à Bilan.
finding-outlook-range = { outlook-series }, { $period } : entre { $low-plain } et { $high-plain }, fourchette conçue pour contenir { $level } % des résultats.

name-outlook-low = Perspectives, borne basse, { $country }, { $period }
name-outlook-centre = Perspectives, milieu de la fourchette, { $country }, { $period }
name-outlook-high = Perspectives, borne haute, { $country }, { $period }
name-outlook-points = Chiffres sans lacune, { $country }, { $period }
name-outlook-same_share = Année à part égale à la précédente, { $statistics }, { $period }
