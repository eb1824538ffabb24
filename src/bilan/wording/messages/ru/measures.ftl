### Стандартные показатели, по строке на каждый.

heading-measures = Показатели
standing-measures = Стандартные показатели статистики торговли, каждый по данным своей страны; определения — в руководстве.
table-measures = Последнее значение по странам
column-measure = Показатель
column-of-country = { $country }
measure-value = { $value-short } ({ $period })
measure-trade-coverage_ratio = Покрытие импорта от партнёра экспортом к нему
measure-trade-normalised_balance = Сальдо к товарообороту
measure-trade-cagr = Среднегодовой рост торговли с партнёром
measure-trade-share_exports = Доля партнёра в экспорте
measure-trade-share_imports = Доля партнёра в импорте
measure-macro-openness = Торговля товарами с миром к ВВП
measure-macro-gdp_per_person = ВВП на душу населения
measure-macro-remittance_weight = Полученные денежные переводы к ВВП
measure-investment-net_inflow_share = Чистый приток прямых инвестиций к ВВП
measure-movement-arrivals = Въезды иностранцев
measure-product-hhi = Концентрация экспорта к партнёру (Херфиндаль – Хиршман)
measure-product-top_share = Крупнейшие товары в экспорте к партнёру
measure-product-grubel_lloyd = Торговля внутри одних и тех же товаров (Грубель – Ллойд)
measure-product-terms_of_trade = Условия торговли с партнёром
measure-wanting = Для показателей концентрации, специализации и цен нужна торговля по товарам; её не даёт ни один источник этого партнёрства.

used-remittances = денежные переводы
used-arrivals = въезды
