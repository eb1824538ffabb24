### Страницы `bilan serve`: навигация, формы, состояния, отказы.

## Рамка

web-skip = К основному содержанию
web-navigation = Страницы
web-editions = Выпуски
web-build = Сформировать сейчас
web-schedule = График выпуска
web-deliveries = Рассылка
web-data = Данные
web-preview = Предварительный просмотр
web-health = Состояние системы
web-jobs = Задания
web-api = Описание API
web-accounts = Учётные записи
web-logout = Выход
web-yes = да
web-all = Все
web-find = Найти
web-percent = { $percent }{ "\u00A0" }%
web-what = Что
web-at = Дата и время
web-open = Открыть

## Отказы

web-refused = Действие не выполнено
web-refused-401 = Требуется вход
web-refused-403 = Доступ не разрешён
web-refused-404 = Ничего не найдено
web-refused-409 = Положение уже изменилось
web-refused-422 = Запрос не может быть принят
web-refused-429 = Слишком частые запросы, просьба подождать
web-refused-503 = Временно недоступно
web-not-found = По этому адресу страницы нет.
web-stale-form = Эта форма больше не действительна.
web-reload = Вернитесь назад, обновите страницу и отправьте форму снова.

## Выпуски

web-latest = Последние выпуски
web-search = Поиск
web-month = Месяц
web-nothing-found = По этому запросу ничего не найдено.
web-build-first = Сформировать первый
web-superseded = Это издание заменено более поздним.
web-withdrawn = Этот выпуск отозван.
web-download-pdf = Скачать PDF
web-read = Читать на экране
web-pdf-title = Страницы выпуска в формате PDF
web-headlines = Главные показатели
web-findings = Выводы
web-numbers-open = Каждое число ведёт к своему происхождению.
web-changes = Что изменилось после предыдущего выпуска
web-compare = Сравнить
web-compare-with = С выпуском
web-compare-readings = Показатели и выводы
web-compare-text = Тексты рядом
web-no-other = Других выпусков для сравнения нет.
web-no-change = Различий нет.
web-change = Изменение
web-before = Было
web-after = Стало
web-change-crossed = порог пройден
web-change-target = объявленная цель
web-change-meaning = смысл предложения
web-change-revised = пересмотрено
web-change-project = проект
web-change-new = новое
web-change-event = событие
web-change-stale = устарело
web-change-recovered = снова актуально
web-change-dropped = снято
web-change-method = рассчитано иначе
web-warnings = Предупреждения
web-count-warnings = Предупреждений: { $count }
web-receipts = Результаты доставки
web-each-receipt = Каждый адресат
web-recipient = Адресат
web-channel = Канал
web-nobody = Адресатов у этого выпуска не было.
web-made-from = Основа выпуска
web-made-from-why = Одинаковое содержание даёт одинаковые байты: эти хеши показывают, из чего сформирован выпуск.
web-made-data = Данные
web-made-definitions = Определения
web-made-template = Шаблоны
web-made-brand = Фирменный стиль
web-made-program = Программа
web-verify = Проверить
web-verify-why = Выпуск формируется заново, сравнивается каждый байт.
web-verified = Все байты совпадают.
web-differs = Результат не совпадает.
web-verify-notes = Что сегодня было бы иначе
web-life = Исправление или отзыв
web-correct = Исправить
web-correct-why = Выпуск издаётся заново по нынешним данным, с этим примечанием на первой странице. Все, кто его получил, получат исправление.
web-withdraw = Отозвать
web-withdraw-why = Выпуск отзывается. Его номер и файлы сохраняются, все, кто его получил, получат уведомление.
web-reason = Причина
web-no-screen-page = У этого выпуска нет страницы для экрана.

## Откуда взято число

web-trace = Происхождение
web-number = Число или показатель
web-stands-as = Напечатано как
web-formula = Формула
web-nature = Характер
web-published = Опубликовано
web-inputs = Рассчитано на основе
web-rows = Строк
web-row = Строка
web-series = Ряд
web-vintage = Версия от
web-derived = Расчёт
web-note = Примечание
web-source = Источник
web-as-printed = в источнике напечатано
web-trace-declared = объявлено, не рассчитано

## Задания

web-build-why = Проект виден только тому, кто его запросил. Выпущенный выпуск поступает в архив, если ничто его не задерживает; рассылка — отдельный шаг.
web-asked-partnership = Партнёрство
web-asked-period = Месяц
web-asked-as-of = Данные на
web-as-of-why = Если не указано: последний день месяца
web-asked-audiences = Аудитории
web-asked-audience = Аудитория
web-asked-languages = Языки
web-asked-language = Язык
web-asked-draft = Проект
web-asked-strict = Задерживать и при предупреждениях
web-asked-edition = Выпуск
web-asked-reason = Причина
web-asked-sample = Данные
web-asked-sources = Источники
web-asked-offline = Только сохранённые ответы
web-asked-dry-run = Проба, ничего не сохраняется
web-asked-from = Первый месяц
web-asked-to = Последний месяц
web-asked-file = Файл
web-asked-sha256 = Контрольная сумма
web-asked-manifest-sha256 = Контрольная сумма манифеста
web-sample-real = Реальные
web-sample-worst = Наихудший для страницы случай
web-sample-empty = Нет
web-mode = Назначение
web-mode-draft = Проект
web-mode-issue = Выпуск
web-job = Задание
web-asked-by = Кем запрошено
web-no-jobs = Заданий пока нет.
web-kind-build = Формирование
web-kind-verify = Проверка
web-kind-correct = Исправление
web-kind-preview = Предварительный просмотр
web-kind-fetch = Сбор данных
web-kind-replay = Выпуск прошлых месяцев
web-kind-gallery = Галерея графиков
web-kind-archive-check = Проверка архива
web-kind-archive-rebuild = Восстановление архива
web-kind-audit = Аудит файла
web-ahead =
    { $count-sign ->
        [zero] На очереди.
       *[other] Заданий впереди: { $count }.
    }
web-left = Осталось около { $seconds }{ "\u00A0" }с.
web-progress = Ход выполнения
web-stage-fonts = Шрифты
web-stage-data = Данные
web-stage-compose = Составление
web-stage-render = Вёрстка и аудит
web-stage-publish = Выпуск
web-cancel = Отменить
web-unchanged = без изменений: выпуск, который уже вышел
web-draft-why = Проект: не выпущен, виден вам и тем, кто вправе утверждать.
web-held-why = Задержано и не выпущено по следующим причинам:
web-preview-why = Страницы для аудитории по её нынешним шаблонам. Ничего не выпускается.

## Состояния

web-state-issued = Выпущен
web-state-superseded = Заменён
web-state-withdrawn = Отозван
web-state-due = Срок наступил
web-state-waiting = Ожидает
web-state-running = Выполняется
web-state-cancelling = Отменяется
web-state-done = Завершено
web-state-held = Задержано
web-state-awaiting = Ожидает утверждения
web-state-failed = Сбой
web-state-cancelled = Отменено
web-state-skipped = Пропущено
web-state-lost = Прервано
web-state-pending = К отправке
web-state-sending = Отправляется
web-state-sent = Отправлено
web-state-deferred = Отложено
web-state-refused = Отклонено
web-state-unknown = Неизвестно
web-state-pass = В порядке
web-state-warn = Предупреждение
web-state-hold = Задерживает
web-state-active = Действует
web-state-locked = Временно заблокирована
web-state-disabled = Отключена

## График, рассылка, состояние системы

web-open-work = Не завершено
web-due-at = Срок
web-next = Предстоит
web-rule = График выпуска
web-rules = Правила
web-on-demand = По запросу
web-rule-first-day = первый день месяца
web-rule-last-day = последний день месяца
web-rule-first-working-day = первый рабочий день месяца
web-rule-last-working-day = последний рабочий день месяца
web-rule-nth = { $kind } № { $nth } месяца
web-rule-last = { $kind } № { $nth } от конца месяца
web-rule-deadline = по поступлении данных, не позднее: { $rule }
web-rule-kind-day = день
web-rule-kind-working-day = рабочий день
web-rule-kind-monday = понедельник
web-rule-kind-tuesday = вторник
web-rule-kind-wednesday = среда
web-rule-kind-thursday = четверг
web-rule-kind-friday = пятница
web-rule-kind-saturday = суббота
web-rule-kind-sunday = воскресенье
web-run-now = Запустить сейчас
web-past = Прошедшие
web-why = Причина
web-nothing-next = Предстоящих сроков нет: в bilan.toml нет графика.
web-nothing-past = Прошедших сроков пока нет.
web-look-first = Просмотреть страницы
web-act-hold = Задержать
web-act-release = Снять задержку
web-act-retry = Повторить
web-act-cancel = Отменить
web-act-approve = Утвердить
web-decide = Решение
web-send-again = Отправить снова
web-it-arrived = Подтвердить получение
web-no-deliveries = Отправок пока нет.
web-and-more = И ещё: { $count }
web-well = Всё в порядке.
web-not-well = Требуется вмешательство:
web-last-look = Последняя проверка сроков
web-looks = Проверок сроков после запуска
web-failed-looks = Из них со сбоем

## Данные

web-revisions = Пересмотры
web-upload = Опробовать таблицу
web-gate = Проверки
web-gate-clean = Ни одна проверка не выявила замечаний к данным.
web-course = Динамика
web-periods = Периодов
web-publications = Публикаций
web-last-value = Последнее значение за
web-period = Период
web-value = Значение
web-unit = Единица
web-counts = действует
web-chart-alt = { $series }: { $first } – { $last }, вместе с опубликованным ранее
web-chart-vintages = Бледные линии: как публиковалось ранее; дни публикации:
web-since = С даты
web-until = По дату
web-small-too = Включая небольшие пересмотры и новые значения
web-no-revisions = Пересмотров не было.
web-event-first = первая публикация
web-event-repeated = повторено
web-event-revised = пересмотрено
web-event-returned = возврат к прежнему значению
web-event-withdrawn = отозвано
web-event-restored = восстановлено
web-event-forecast = прогноз
web-event-outcome = фактическое значение
web-event-statement = утверждение
web-event-rebased = ряд переведён на другую базу
web-event-new = новое

## Учётные записи

web-login = Вход
web-login-wrong = Неверное имя или пароль.
web-nobody-yet = Учётных записей пока нет. Создаются на самом сервере:
web-name = Имя
web-password = Пароль
web-password-old = Нынешний пароль
web-password-new = Новый пароль
web-role = Роль
web-role-view = читает
web-role-run = формирует
web-role-approve = утверждает
web-role-admin = администрирует
web-tokens = Токены
web-tokens-why = Для программ, которые обращаются к API от вашего имени.
web-token-once = Этот токен показывается только сейчас:
web-token-for = Назначение
web-make-token = Создать токен
web-days = Дней
web-used = Последнее использование
web-revoke = Аннулировать
web-ended = не действует
web-change-it = Изменить
web-add-account = Добавить учётную запись
web-let-in = Включить
web-shut-out = Отключить
web-no-account = При работе без входа учётных записей нет.

## Проба таблицы

web-upload-why = Показывает, что изменила бы таблица; ничего не меняется.
web-file = Файл CSV
web-table = Вместо таблицы
web-table-new = Новая таблица
web-try = Опробовать
web-would-add = Новые
web-would-revise = Пересмотренные
web-would-withdraw = Отозванные
web-would-keep = Без изменений
web-problems-new = Проверки, которые не были бы пройдены
web-problems-gone = Проверки, которые снова были бы пройдены
web-upload-wrong = Таблицу нельзя использовать:
