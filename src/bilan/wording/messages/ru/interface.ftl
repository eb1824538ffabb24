### Постоянные слова страницы: надписи, заголовки, состояния, шапки таблиц.

## Обложка и колонтитулы

edition = Выпуск { $number }
issue = Номер { $number }
issued = Дата выпуска
issued-on = Выпущено { $date }
data-as-of = Данные на
data-as-of-date = Данные на { $date }
office = Ведомство
page = Страница
synthetic = Условные данные: только для демонстрации
draft = Проект: не выпущен
held = Задержано: не выпущено
of-country = страны { $country }

## Заголовки разделов

heading-trade = Торговля
heading-mirror = Одна торговля в статистике обеих стран
heading-investment = Инвестиции
heading-projects = Совместные проекты
heading-agreements = Соглашения и встречи
heading-targets = Объявленные цели
heading-macro = Экономический контекст
heading-claims = Публичные утверждения и данные
heading-notes = Примечания к данным
heading-sources = Источники

## Состояния проекта или цели, всегда рядом со знаком

status-done = Завершено
status-on-track = По плану
status-watch = На контроле
status-late = Опоздание
status-unknown = Неизвестно
status-silent = Нет свежих данных

## Статус и происхождение значения

provisional = предварительно
estimated = оценка
withdrawn = отозвано
final = окончательно
reported = опубликовано
derived = рассчитано
announced = объявлено
forecast = прогноз

## Выводы об утверждениях

verdict-confirmed = Подтверждено
verdict-contradicted = Опровергнуто
verdict-superseded = Устарело
verdict-not-reproducible = Не воспроизводится
verdict-unverifiable = Проверить нельзя
verdict-partly-supported = Подтверждено частично
verdict-forecast-not-met = Прогноз не сбылся
verdict-not-confirmed = Не подтверждено
verdict-internally-inconsistent = Противоречиво

## Шапки таблиц

source = Источник
source-of = Источник: { $source }
sources = Источники
published = Опубликовано
publisher = Издатель
last-period = Последний период
age-days = Прошло дней
state = Состояние
statement = Утверждение
what-the-data-say = Что говорят данные
project = Проект
stage = Стадия
due = Срок
last-evidence = Последнее подтверждение
days = Дней
amount = Сумма
target = Цель
declared-on = Объявлена
deadline = Срок
reached = Достигнуто
pace-needed = Нужный темп
indicator = Показатель
period = Период
value = Значение
change = Изменение
year = Год
month = Месяц
date = Дата
event = Событие
place = Место
agreement = Соглашение
country = Страна
partner = Партнёр
reporter = Чьи данные
exports = Экспорт
imports = Импорт
total = Всего
share = Доля
unit = Единица
note = Примечание
notes = Примечания
problem = Проблема
meaning = Что это значит для читателя
figure = Рисунок
table = Таблица
contents = Содержание

## Состояния источника

current = Свежий
stale = Устарел
none-declared = Не объявлено
no-data = Нет данных
