### Mesures usuelles, une ligne chacune.

heading-measures = Mesures
standing-measures = Mesures usuelles de la statistique du commerce, chacune selon les chiffres du pays ; définitions dans le manuel.
table-measures = Dernière valeur par pays
column-measure = Mesure
column-of-country = { $country }
measure-value = { $value-short } ({ $period })
measure-trade-coverage_ratio = Couverture des importations du partenaire par les exportations vers lui
measure-trade-normalised_balance = Solde rapporté aux échanges
measure-trade-cagr = Croissance annuelle des échanges avec le partenaire
measure-trade-share_exports = Part du partenaire dans les exportations
measure-trade-share_imports = Part du partenaire dans les importations
measure-macro-openness = Échanges de biens avec le monde, rapportés au PIB
measure-macro-gdp_per_person = PIB par habitant
measure-macro-remittance_weight = Transferts reçus, rapportés au PIB
measure-investment-net_inflow_share = Investissements directs nets reçus, rapportés au PIB
measure-movement-arrivals = Arrivées d’étrangers
measure-product-hhi = Concentration des exportations vers le partenaire (Herfindahl–Hirschman)
measure-product-top_share = Premiers produits dans les exportations vers le partenaire
measure-product-grubel_lloyd = Échanges à l’intérieur des mêmes produits (Grubel–Lloyd)
measure-product-terms_of_trade = Termes de l’échange avec le partenaire
measure-wanting = Les mesures de concentration, de spécialisation et de prix demandent des échanges par produit, qu’aucune source de ce partenariat ne donne.

used-remittances = transferts
used-arrivals = arrivées
