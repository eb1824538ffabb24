### Выпуски для инвестора и для прессы: рынки, риски, цитаты, контакты, эмбарго.

heading-opportunity = Возможности
standing-opportunity = Рынки обеих стран по их собственным данным, у каждого числа свой год. Прошедший год не обещает ничего о следующем.
table-opportunity = Рынки обеих стран, последнее известное значение
table-amounts = Заявленная стоимость проектов
column-market = Показатель
market-value = { $value-short } ({ $period })
market-macro-gdp = ВВП
market-macro-gdp_growth = Рост ВВП
market-macro-population = Население
market-macro-gdp_per_person = ВВП на душу населения
market-macro-inflation = Рост потребительских цен
market-trade-total = Торговля с партнёром
market-trade-cagr = Среднегодовой рост этой торговли
market-investment-net_inflow_share = Чистый приток прямых инвестиций к ВВП
name-project-amount = Заявленная стоимость проекта, { $period }

heading-risks = Риски
standing-risks = Что может стоить времени или денег, начиная с самого весомого, с датой подтверждения. Что не названо, не рассматривалось.
risk-late = Опоздание или срыв
risk-watch = На контроле
risk-unknown = Нет подтверждений
risk-evidence = Дата подтверждения: { $published }.
no-risk = На эту дату правила не находят рисков.

heading-quotes = Для цитирования
standing-quotes = Эти предложения можно цитировать дословно с указанием источника.
quote-trade-growth =
    { $direction ->
        [up] Взаимная торговля товарами { $first-of } и { $second-of } за { $period } год составила { $total } { $statistics }; рост за год: { $growth-abs }.
        [down] Взаимная торговля товарами { $first-of } и { $second-of } за { $period } год составила { $total } { $statistics }; снижение за год: { $growth-abs }.
       *[stable] Взаимная торговля товарами { $first-of } и { $second-of } за { $period } год составила { $total } { $statistics }, почти столько же, сколько годом ранее.
    }
quote-totals-differ = Взаимная торговля { $first-of } и { $second-of } за { $period } год составила { $high } { $statistics_high } и { $low } { $statistics_low }.
quote-trade-balance = За { $period } год экспорт товаров { $seller-of } в направлении { $buyer-of }, { $statistics }, составил { $more }, встречный импорт — { $less }.
quote-partner-share = За { $period } год доля { $partner-of } в торговле товарами { $country-of }: { $share }; доля { $country-of } в торговле товарами { $partner-of }: { $other }.
quote-target-pace = Чтобы выйти на объявленную цель, { $target } в { $deadline } году, взаимной торговле { $first-of } и { $second-of } нужен ежегодный рост: { $pace } { $statistics } или { $other } { $statistics_other }.
quote-target-missed = Цель { $target } на { $deadline } год не достигнута: взаимная торговля { $first-of } и { $second-of } составила { $total } { $statistics } и { $other } { $statistics_other }.
quote-investment-stated =
    { $base ->
        [independence] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } со времени обретения независимости составили { $total }.
        [year] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } с { $since } года составили { $total }.
        [span] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } за { $years } { $years-class ->
            [one] год
            [few] года
           *[other] лет
        } составили { $total }.
       *[none] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } составили { $total }.
    }
quote-year-to-date = За { $period } взаимная торговля { $first-of } и { $second-of }, { $statistics }, составила { $total }.

heading-contacts = Контакты
contact-general = Вопросы.
contact-press = Пресса.
contact-investment = Инвестиции.
contact-trade = Торговля.
contact-data = Данные и исправления.
citation = Ссылка: { $office }, «{ $first } – { $second }», { $issued }.

embargo = Эмбарго до { $hour } ({ $zone }) { $date }: до этого времени не публиковать, не цитировать и не передавать.
