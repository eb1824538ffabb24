### Mots fixes de la page : étiquettes, titres, états, têtes de tableaux.

## Couverture et lignes courantes

edition = Édition { $number }
issue = Numéro { $number }
issued = Publiée
issued-on = Publiée le { $date }
data-as-of = Données au
data-as-of-date = Données au { $date }
office = Bureau
page = Page
synthetic = Données fictives{ "\u00A0" }: pour démonstration seulement
draft = Projet{ "\u00A0" }: non publié
held = Retenue{ "\u00A0" }: non publiée
of-country = de { $country }

## Titres des sections

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
what-the-data-say = Ce que disent les données
project = Projet
stage = Étape
due = Échéance
last-evidence = Dernière preuve
days = Jours
amount = Montant
target = Objectif
declared-on = Déclaré
deadline = Échéance
reached = Atteint à ce jour
pace-needed = Rythme nécessaire
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
total = Total
share = Part
unit = Unité
note = Note
notes = Notes
problem = Problème
meaning = Ce que cela signifie pour le lecteur
figure = Figure
table = Tableau
contents = Sommaire

## États d'une source

current = À jour
stale = Périmée
none-declared = Aucun déclaré
no-data = Pas de données
