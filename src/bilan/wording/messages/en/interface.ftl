### Fixed words of the page: labels, headings, states, table heads.

## Cover and running lines

edition = Edition { $number }
issue = Issue { $number }
issued = Issued
issued-on = Issued { $date }
data-as-of = Data as of
data-as-of-date = Data as of { $date }
office = Office
page = Page
synthetic = Synthetic data: for demonstration only
draft = Draft: not issued
held = Held: not issued
of-country = of { $country }

## Section headings

heading-trade = Trade
heading-mirror = The same trade in both countries’ statistics
heading-investment = Investment
heading-projects = Joint projects
heading-agreements = Agreements and meetings
heading-targets = Declared targets
heading-macro = Economic context
heading-claims = Public statements checked against the data
heading-notes = Notes on the data
heading-sources = Sources

## States of a project or target, always beside a mark

status-done = Done
status-on-track = On track
status-watch = Watch
status-late = Late
status-unknown = Unknown
status-silent = No recent evidence

## Life and evidence of a value

provisional = provisional
estimated = estimated
withdrawn = withdrawn
final = final
reported = reported
derived = derived
announced = announced
forecast = forecast

## Verdicts on statements

verdict-confirmed = Confirmed
verdict-contradicted = Contradicted
verdict-superseded = Superseded
verdict-not-reproducible = Not reproducible
verdict-unverifiable = Unverifiable
verdict-partly-supported = Partly supported
verdict-forecast-not-met = Forecast not met
verdict-not-confirmed = Not confirmed
verdict-internally-inconsistent = Internally inconsistent

## Heads of tables

source = Source
source-of = Source: { $source }
sources = Sources
published = Published
publisher = Publisher
last-period = Last period
age-days = Age, days
state = State
statement = Statement
what-the-data-say = What the data say
project = Project
stage = Stage
due = Due
last-evidence = Last evidence
days = Days
amount = Amount
target = Target
declared-on = Declared
deadline = Deadline
reached = Reached so far
pace-needed = Pace needed
indicator = Indicator
period = Period
value = Value
change = Change
year = Year
month = Month
date = Date
event = Event
place = Place
agreement = Agreement
country = Country
partner = Partner
reporter = Reported by
exports = Exports
imports = Imports
total = Total
share = Share
unit = Unit
note = Note
notes = Notes
problem = Problem
meaning = What it means for the reader
figure = Figure
table = Table
contents = Contents

## States of a source

current = Current
stale = Stale
none-declared = None declared
no-data = No data
