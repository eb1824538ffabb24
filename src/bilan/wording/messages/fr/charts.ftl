### Graphiques : remarques dessinées, éventail des perspectives, carte, points extrêmes des textes de remplacement, et galerie.

chart-provisional = provisoire
chart-observed = observé
chart-outlook = perspectives
chart-level = { $level } % des résultats
chart-alt-direction =
    { $direction ->
        [up] Plus haut à la fin qu’au début.
        [down] Plus bas à la fin qu’au début.
       *[level] Pareil à la fin et au début.
    }
chart-alt-highest = Maximum : { $value } en { $period }.
chart-alt-lowest = Minimum : { $value } en { $period }.

fig-outlook-title = { $series } : entre { $low } et { $high } en { $period }
fig-outlook-subtitle =
    { $scale ->
        [billion] Milliards de dollars ; fond gris entre bords pointillés : fourchette calculée par Bilan, sans caractère officiel
       *[million] Millions de dollars ; fond gris entre bords pointillés : fourchette calculée par Bilan, sans caractère officiel
    }
fig-outlook-alt = Courbe jusqu’en { $period }, puis une fourchette. Observé : { $first } en { $first_period }, { $last } en { $period }. Fourchette pour { $end } : de { $low } à { $high }, conçue pour contenir { $level } % des résultats.

fig-map-title =
    { $placed-class ->
        [one] { $placed } lieu aux coordonnées connues
       *[other] { $placed } lieux aux coordonnées connues
    }
fig-map-title-apart = De { $one } à { $other } : { $distance } à vol d’oiseau
fig-map-subtitle = Carrés : capitales ; points : villes. Contours publiés par { $source }, sans prise de position sur aucune frontière.
fig-map-not-drawn = Les points de passage sans coordonnées publiées ne sont pas dessinés.
fig-map-alt = Carte : { $first } et { $second }. Lieux nommés : { $places }.
fig-map-scale = { $length } km

gallery-title = Galerie des graphiques
gallery-standing = Chaque genre de graphique avec des données courantes, avec le pire qu’il doit supporter, et avec des données manquantes.
gallery-synthetic = Chiffres inventés : ils montrent l’aspect des graphiques et ne disent rien d’aucun pays.
gallery-case-usual = Données courantes
gallery-case-worst = Pire cas
gallery-case-missing = Données manquantes
gallery-alt = Texte de remplacement :
gallery-source = Données inventées, { $date }
gallery-kind-forms = Comment les parties se distinguent sans couleur
gallery-kind-trade-bars = Colonnes par année, face à un objectif
gallery-kind-line = Courbes, face à un objectif
gallery-kind-fan = Éventail : les perspectives
gallery-kind-mirror-pair = Paire miroir : les mêmes biens relevés de part et d’autre
gallery-kind-contribution = Contributions à une variation
gallery-kind-multiples = Petits multiples
gallery-kind-sparkline = Graphiques miniatures
gallery-kind-timeline = Frise
gallery-kind-ranking = Classement, par exemple par produit
gallery-kind-share = Parts d’un tout
gallery-kind-slope = Pente d’une année à l’autre
gallery-kind-dumbbell = Couples de valeurs
gallery-kind-tracker = Suivi de projets
gallery-kind-map = Carte
gallery-kind-motif = Silhouettes de la couverture
gallery-found-last = { $name } : { $last } en { $period }
gallery-found-change = { $name } : { $first } en { $first_period }, puis { $last } en { $period }
gallery-found-pair = { $name } : { $value }
gallery-span = { $first } – { $last }
gallery-found-range = { $name } : entre { $low } et { $high } en { $period }
gallery-found-first = En tête : { $name }, { $last }
gallery-found-gap = Des relevés des mêmes biens diffèrent de { $gap }
gallery-found-none = { $name } : rien n’est encore connu
gallery-found-forms = Plein : définitif ; hachures plates : provisoire ; obliques : estimé ; tirets : prévu ; vide : chiffres du partenaire
gallery-found-lines = Trait plein : définitif ; tirets : provisoire ou estimé ; pointillé : prévu ; fin à anneaux : chiffres du partenaire
gallery-alt-none = { $name } : aucune valeur.
gallery-unit = Inventé ; milliards de dollars
gallery-unit-share = Inventé ; part du tout
gallery-unit-plain = Inventé
gallery-trade = Échanges totaux
gallery-promised = Étapes des projets
gallery-milestones = Étapes
gallery-whole = tout
gallery-aim = Objectif { $value }
gallery-gap = écart { $gap }
gallery-product-fuels = Combustibles et huiles minérales
gallery-product-cereals = Céréales et farine
gallery-product-iron = Fer et acier
gallery-product-vehicles = Véhicules et pièces
gallery-product-fruit = Fruits et légumes
gallery-product-clothes = Vêtements et textiles
gallery-product-long = Combustibles minéraux, huiles minérales et produits de leur distillation ; matières bitumineuses ; cires minérales
gallery-project-plant = Centrale solaire
gallery-project-border = Centre logistique à la frontière
gallery-project-long = Reconstruction de la route transfrontalière avec un passage de remplacement, des terminaux de transit et des stations de pesage
gallery-verdict-track = dans les temps
gallery-verdict-late = en retard
gallery-verdict-silent = sans nouvelle récente
gallery-event-treaty = Traité d’amitié
gallery-event-protocol = Protocole sur les points de passage
gallery-event-long = Accord sur la reconnaissance mutuelle des documents, au long intitulé de plusieurs lignes
gallery-place-one = Port
gallery-place-two = Capitale d’un pays
gallery-place-three = Point de passage du col de montagne

heading-map = Carte
