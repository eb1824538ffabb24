### Стандартты көрсеткіштер.

heading-measures = Көрсеткіштер
standing-measures = Сауда статистикасының стандартты көрсеткіштері, әрқайсысы өз елінің деректері бойынша; анықтамалары нұсқаулықта.
table-measures = Елдер бойынша соңғы мән
column-measure = Көрсеткіш
column-of-country = { $country }
measure-value = { $value-short } ({ $period })
measure-trade-coverage_ratio = Серіктестен импорттың серіктеске экспортпен жабылуы
measure-trade-normalised_balance = Сальдоның айналымға қатынасы
measure-trade-cagr = Серіктеспен сауданың жылдық өсімі
measure-trade-share_exports = Серіктестің экспорттағы үлесі
measure-trade-share_imports = Серіктестің импорттағы үлесі
measure-macro-openness = Әлеммен тауар саудасы / ЖІӨ
measure-macro-gdp_per_person = Жан басына шаққандағы ЖІӨ
measure-macro-remittance_weight = Алынған ақша аударымдары / ЖІӨ
measure-investment-net_inflow_share = Тікелей инвестицияның таза ағыны / ЖІӨ
measure-movement-arrivals = Шетелден келушілер
measure-product-hhi = Серіктеске экспорттың шоғырлануы (Герфиндаль–Хиршман)
measure-product-top_share = Серіктеске экспорттағы ең ірі тауарлар
measure-product-grubel_lloyd = Салаішілік сауда (Грубель–Ллойд)
measure-product-terms_of_trade = Серіктеспен сауда шарттары
measure-wanting = Шоғырлану, мамандану және баға көрсеткіштері үшін тауарлар бойынша сауда деректері керек; бұл серіктестіктің дереккөздерінде олар жоқ.

used-remittances = ақша аударымдары
used-arrivals = келушілер
