### Беттин туруктуу сөздөрү: белгилер, аталыштар, абалдар, таблицалардын баштары.

## Мукаба жана кайталануучу саптар

edition = { $number }-чыгарылыш
issue = { $number }-басма
issued = Чыккан күнү
issued-on = Чыккан күнү: { $date }
data-as-of = Маалымат күнү
data-as-of-date = Маалымат күнү: { $date }
office = Кеңсе
page = Бет
synthetic = Жасалма маалымат: көрсөтүү үчүн гана
draft = Долбоор: чыгарылган эмес
held = Токтотулду: чыгарылган эмес
of-country = { $country }

## Бөлүмдөрдүн аталыштары

heading-trade = Соода
heading-mirror = Өз ара соода өнөктөш өлкөлөрдүн статистикасында
heading-investment = Инвестиция
heading-projects = Биргелешкен долбоорлор
heading-agreements = Макулдашуулар жана жолугушуулар
heading-targets = Жарыяланган максаттар
heading-macro = Экономикалык абал
heading-claims = Билдирүүлөрдү маалыматтар менен текшерүү
heading-notes = Маалыматтар боюнча эскертүүлөр
heading-sources = Булактар

## Долбоордун же максаттын абалы, дайыма белгинин жанында

status-done = Бүттү
status-on-track = План боюнча
status-watch = Көзөмөлдө
status-late = Кечигүүдө
status-unknown = Белгисиз
status-silent = Жаңы далил жок

## Маанинин абалы жана далили

provisional = алдын ала
estimated = баалоо
withdrawn = кайтарып алынган
final = акыркы
reported = отчет боюнча
derived = эсептелген
announced = жарыяланган
forecast = божомол

## Билдирүүлөр боюнча корутундулар

verdict-confirmed = Ырасталды
verdict-contradicted = Төгүндөлдү
verdict-superseded = Эскирген
verdict-not-reproducible = Кайра эсептелбейт
verdict-unverifiable = Текшерүү мүмкүн эмес
verdict-partly-supported = Бөлүгү ырасталды
verdict-forecast-not-met = Божомол акталбады
verdict-not-confirmed = Ырасталган жок
verdict-internally-inconsistent = Өзүнө каршы

## Таблицалардын баштары

source = Булак
source-of = Булак: { $source }
sources = Булактар
published = Жарыяланды
publisher = Жарыялоочу
last-period = Акыркы мезгил
age-days = Жашы, күн
state = Абалы
statement = Билдирүү
what-the-data-say = Маалыматтар эмне дейт
project = Долбоор
stage = Баскычы
due = Мөөнөтү
last-evidence = Акыркы далил
days = Өттү, күн
amount = Сумма
target = Максат
declared-on = Жарыяланды
deadline = Мөөнөтү
reached = Азыркы деңгээли
pace-needed = Зарыл өсүш
indicator = Көрсөткүч
period = Мезгил
value = Мааниси
change = Өзгөрүү
year = Жыл
month = Ай
date = Күнү
event = Окуя
place = Орду
agreement = Макулдашуу
country = Өлкө
partner = Өнөктөш
reporter = Отчет берүүчү өлкө
exports = Экспорт
imports = Импорт
total = Жалпы
share = Үлүш
unit = Өлчөм бирдиги
note = Эскертүү
notes = Эскертүүлөр
problem = Маселе
meaning = Окурман үчүн мааниси
figure = Сүрөт
table = Таблица
contents = Мазмуну

## Булактын абалы

current = Жаңы
stale = Эски
none-declared = Жарыяланган максат жок
no-data = Маалымат жок
