### Mots fixes de la page : étiquettes, titres, états, têtes de tableaux.

## Couverture et lignes courantes

edition = Édition { $number }
issue = Numéro { $number }
issued = Publiée
issued-on = Publiée le { $date }
data-as-of = Données au
data-as-of-date = Données au { $date }
for-audience = À l’attention de{ "\u00A0" }: { $audience }
office = Bureau
page = Page
contents = Sommaire
synthetic = Données fictives{ "\u00A0" }: pour démonstration seulement
draft = Projet{ "\u00A0" }: non publié
held = Retenue{ "\u00A0" }: non publiée
held-because = Retenue, non publiée{ "\u00A0" }: { $reason }
of-country = de { $country }

## Titres des sections

heading-glance = L’essentiel
heading-changes = Ce qui a changé
heading-trade = Échanges commerciaux
heading-mirror = Les mêmes échanges vus par les deux statistiques
heading-investment = Investissement
heading-projects = Projets communs
heading-agreements = Accords et rencontres
heading-targets = Objectifs déclarés
heading-macro = Contexte économique
heading-claims = Déclarations publiques confrontées aux données
heading-notes = Notes sur les données
heading-sources = Sources

## États d'un projet ou d'un objectif, toujours à côté d'un signe

status-done = Achevé
status-on-track = Dans les temps
status-watch = À surveiller
status-late = En retard
status-unknown = Inconnu
status-silent = Sans nouvelle récente

## Vie et preuve d'une valeur

provisional = provisoire
estimated = estimé
withdrawn = retiré
final = définitif
precision-exact = exact
precision-rounded = arrondi
precision-approximate = approximatif
precision-lower_bound = au moins
precision-upper_bound = au plus
reported = publié
derived = calculé
announced = annoncé
forecast = prévu

## Verdicts sur les déclarations

verdict-confirmed = Confirmée
verdict-contradicted = Contredite
verdict-superseded = Dépassée
verdict-not-reproducible = Non reproductible
verdict-unverifiable = Invérifiable
verdict-partly-supported = Étayée en partie
verdict-forecast-not-met = Prévision non réalisée
verdict-not-confirmed = Non confirmée
verdict-internally-inconsistent = Incohérente

## Têtes de tableaux

source = Source
source-of = Source{ "\u00A0" }: { $source }
sources = Sources
published = Publié
publisher = Éditeur
last-period = Dernière période
age-days = Âge, jours
state = État
statement = Déclaration
said-in = Parue dans
what-the-data-say = Ce que disent les données
finding = Constat
recommended-wording = Formulation conseillée
project = Projet
stage = Étape
due = Échéance
last-evidence = Dernière preuve
days = Jours
amount = Montant
target = Objectif
declared-on = Déclaré
declared-by = Déclaré par
deadline = Échéance
reached = Atteint à ce jour
remaining = Reste à faire
pace-needed = Rythme nécessaire
superseded-by = Remplacé par
indicator = Indicateur
period = Période
value = Valeur
change = Évolution
year = Année
month = Mois
date = Date
event = Événement
place = Lieu
agreement = Accord
country = Pays
partner = Partenaire
reporter = Publié par
exports = Exportations
imports = Importations
balance = Solde
total = Total
share = Part
difference = Écart
unit = Unité
note = Note
notes = Notes
problem = Problème
meaning = Ce que cela signifie pour le lecteur
figure = Figure
table = Tableau

## États d'une source

current = À jour
stale = Périmée
first-edition = Première édition{ "\u00A0" }: il n’y en a pas d’antérieure
nothing-changed = Rien n’a changé depuis l’édition précédente
none-declared = Aucun déclaré
no-data = Pas de données
not-comparable = Non comparable
