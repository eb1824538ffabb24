### Стандарттуу көрсөткүчтөр.

heading-measures = Көрсөткүчтөр
standing-measures = Соода статистикасынын стандарттуу көрсөткүчтөрү, ар кайсысы өз өлкөсүнүн маалыматтары боюнча; аныктамалары колдонмодо.
table-measures = Өлкөлөр боюнча акыркы маани
column-measure = Көрсөткүч
column-of-country = { $country }
measure-value = { $value-short } ({ $period })
measure-trade-coverage_ratio = Өнөктөштөн импорттун ага болгон экспорт менен жабылышы
measure-trade-normalised_balance = Сальдонун жүгүртүүгө катышы
measure-trade-cagr = Өнөктөш менен сооданын жылдык өсүшү
measure-trade-share_exports = Өнөктөштүн экспорттогу үлүшү
measure-trade-share_imports = Өнөктөштүн импорттогу үлүшү
measure-macro-openness = Дүйнө менен товар соодасы / ИДӨ
measure-macro-gdp_per_person = Киши башына ИДӨ
measure-macro-remittance_weight = Алынган акча которуулар / ИДӨ
measure-investment-net_inflow_share = Тике инвестициялардын таза агымы / ИДӨ
measure-movement-arrivals = Чет өлкөдөн келгендер
measure-product-hhi = Өнөктөшкө экспорттун топтолушу (Херфиндаль–Хиршман)
measure-product-top_share = Өнөктөшкө экспорттогу эң ири товарлар
measure-product-grubel_lloyd = Тармак ичиндеги соода (Грубель–Ллойд)
measure-product-terms_of_trade = Өнөктөш менен соода шарттары
measure-wanting = Топтолуу, адистешүү жана баа көрсөткүчтөрү үчүн товарлар боюнча соода маалыматтары керек; бул өнөктөштүктүн булактарында алар жок.

used-remittances = акча которуулар
used-arrivals = келгендер
