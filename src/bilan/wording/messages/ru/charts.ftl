### Графики: пометки на них, веер перспектив, карта, крайние точки в замещающих текстах и галерея.

chart-provisional = предварительно
chart-observed = факт
chart-outlook = перспективы
chart-level = { $level } % исходов
chart-alt-direction =
    { $direction ->
        [up] В конце выше, чем в начале.
        [down] В конце ниже, чем в начале.
       *[level] В конце столько же, сколько в начале.
    }
chart-alt-highest = Наибольшее: { $value } ({ $period }).
chart-alt-lowest = Наименьшее: { $value } ({ $period }).

fig-outlook-title = { $series }, { $period }: от { $low } до { $high }
fig-outlook-subtitle =
    { $scale ->
        [billion] Млрд долл. США; серый фон между пунктирными краями: диапазон по собственному расчёту Bilan, не официальный прогноз
       *[million] Млн долл. США; серый фон между пунктирными краями: диапазон по собственному расчёту Bilan, не официальный прогноз
    }
fig-outlook-alt = Линия, затем диапазон. Факт: { $first } ({ $first_period }), { $last } ({ $period }). Диапазон ({ $end }): от { $low } до { $high }, рассчитан на { $level } % исходов.

fig-map-title = Мест с известными координатами: { $placed }
fig-map-title-apart = { $one } – { $other }: { $distance } по прямой
fig-map-subtitle = Квадраты: столицы; точки: города. Контуры опубликованы: { $source }; они не выражают позиции по каким-либо границам.
fig-map-not-drawn = Пункты пропуска без опубликованных координат не показаны.
fig-map-alt = Карта: { $first } и { $second }. Подписаны: { $places }.
fig-map-scale = { $length } км

gallery-title = Галерея графиков
gallery-standing = Каждый вид графика с обычными данными, с самыми трудными и с пропусками.
gallery-synthetic = Вымышленные числа: они показывают вид графиков и ничего не говорят ни об одной стране.
gallery-case-usual = Обычные данные
gallery-case-worst = Самый трудный случай
gallery-case-missing = Данных не хватает
gallery-alt = Замещающий текст:
gallery-source = Вымышленные данные, { $date }
gallery-kind-forms = Как части различаются без цвета
gallery-kind-trade-bars = Столбцы по годам и цель
gallery-kind-line = Линии и цель
gallery-kind-fan = Веер: перспективы
gallery-kind-mirror-pair = Зеркальная пара: оба учёта одних и тех же товаров
gallery-kind-contribution = Вклад в изменение
gallery-kind-multiples = Малые панели
gallery-kind-sparkline = Малые графики в строке
gallery-kind-timeline = Лента времени
gallery-kind-ranking = Ранжирование, например торговля по товарам
gallery-kind-share = Части целого
gallery-kind-slope = Наклон от года к году
gallery-kind-dumbbell = Пары значений
gallery-kind-tracker = Ход проектов
gallery-kind-map = Карта
gallery-kind-motif = Силуэты обложки
gallery-found-last = { $name }: { $last } ({ $period })
gallery-found-change = { $name }: { $first } ({ $first_period }) → { $last } ({ $period })
gallery-found-pair = { $name }: { $value }
gallery-span = { $first } – { $last }
gallery-found-range = { $name }: от { $low } до { $high } ({ $period })
gallery-found-first = На первом месте: { $name }, { $last }
gallery-found-gap = Учёт одних и тех же товаров различается на { $gap }
gallery-found-none = { $name }: пока ничего не известно
gallery-found-forms = Заливка: окончательно; ровная штриховка: предварительно; косая: оценка; штриховой контур: прогноз; пусто: данные партнёра
gallery-found-lines = Сплошная: окончательно; штриховая: предварительно или оценка; пунктир: прогноз; тонкая с кольцами: данные партнёра
gallery-alt-none = { $name }: значений нет.
gallery-unit = Вымышлено; млрд долл. США
gallery-unit-share = Вымышлено; доля целого
gallery-unit-plain = Вымышлено
gallery-trade = Товарооборот
gallery-promised = Стадии проектов
gallery-milestones = Вехи
gallery-whole = всего
gallery-aim = Цель { $value }
gallery-gap = разрыв { $gap }
gallery-product-fuels = Топливо минеральное и масла
gallery-product-cereals = Зерно и мука
gallery-product-iron = Чёрные металлы
gallery-product-vehicles = Транспортные средства и части
gallery-product-fruit = Фрукты и овощи
gallery-product-clothes = Одежда и текстиль
gallery-product-long = Топливо минеральное, нефть и продукты их перегонки; битуминозные вещества; воски минеральные
gallery-project-plant = Солнечная электростанция
gallery-project-border = Логистический центр на границе
gallery-project-long = Реконструкция приграничной дороги с запасным пунктом пропуска, транзитными терминалами и весовым контролем
gallery-verdict-track = по плану
gallery-verdict-late = опоздание
gallery-verdict-silent = нет свежих данных
gallery-event-treaty = Договор о дружбе
gallery-event-protocol = Протокол о пунктах пропуска
gallery-event-long = Соглашение о взаимном признании документов с длинным названием в несколько строк
gallery-place-one = Порт
gallery-place-two = Столица первой страны
gallery-place-three = Пункт пропуска у горного перевала

heading-map = Карта
