### Беттің тұрақты сөздері: белгілер, тақырыптар, күйлер, кесте бастары.

## Мұқаба және жүргінші жолдар

edition = { $number }-басылым
issue = { $number }-шығарылым
issued = Шыққан күні
issued-on = Шыққан күні: { $date }
data-as-of = Деректер күні
data-as-of-date = Деректер күні: { $date }
office = Кеңсе
page = Бет
synthetic = Жасанды деректер: тек көрсету үшін
draft = Жоба: шығарылмаған
held = Тоқтатылды: шығарылмаған
of-country = { $country }

## Бөлім тақырыптары

heading-trade = Сауда
heading-mirror = Өзара сауда серіктес елдердің статистикасында
heading-investment = Инвестиция
heading-projects = Бірлескен жобалар
heading-agreements = Келісімдер мен кездесулер
heading-targets = Жарияланған мақсаттар
heading-macro = Экономикалық жағдай
heading-claims = Мәлімдемелерді деректермен тексеру
heading-notes = Деректер туралы ескертпелер
heading-sources = Дереккөздер

## Жобаның немесе мақсаттың күйі, әрдайым белгінің жанында

status-done = Аяқталды
status-on-track = Жоспар бойынша
status-watch = Назарда
status-late = Кешігуде
status-unknown = Белгісіз
status-silent = Жаңа дәлел жоқ

## Мәннің күйі мен дәлелі

provisional = алдын ала
estimated = бағалау
withdrawn = кері қайтарылған
final = түпкілікті
reported = есеп бойынша
derived = есептелген
announced = жарияланған
forecast = болжам

## Мәлімдемелер бойынша қорытындылар

verdict-confirmed = Расталды
verdict-contradicted = Теріске шығарылды
verdict-superseded = Ескірген
verdict-not-reproducible = Қайта есептелмейді
verdict-unverifiable = Тексеру мүмкін емес
verdict-partly-supported = Ішінара расталды
verdict-forecast-not-met = Болжам орындалмады
verdict-not-confirmed = Расталмады
verdict-internally-inconsistent = Өзіне қайшы

## Кесте бастары

source = Дереккөз
source-of = Дереккөз: { $source }
sources = Дереккөздер
published = Жарияланды
publisher = Жариялаушы
last-period = Соңғы кезең
age-days = Жасы, күн
state = Күйі
statement = Мәлімдеме
what-the-data-say = Деректер не дейді
project = Жоба
stage = Кезеңі
due = Мерзімі
last-evidence = Соңғы дәлел
days = Өтті, күн
amount = Сома
target = Мақсат
declared-on = Жарияланды
deadline = Мерзімі
reached = Қазіргі деңгейі
pace-needed = Қажетті өсім
indicator = Көрсеткіш
period = Кезең
value = Мәні
change = Өзгеріс
year = Жыл
month = Ай
date = Күні
event = Оқиға
place = Орны
agreement = Келісім
country = Ел
partner = Серіктес
reporter = Есеп беруші ел
exports = Экспорт
imports = Импорт
total = Барлығы
share = Үлес
unit = Өлшем бірлігі
note = Ескертпе
notes = Ескертпелер
problem = Мәселе
meaning = Оқырман үшін мәні
figure = Сурет
table = Кесте
contents = Мазмұны

## Дереккөздің күйі

current = Өзекті
stale = Ескі
none-declared = Жарияланған мақсат жоқ
no-data = Дерек жоқ
