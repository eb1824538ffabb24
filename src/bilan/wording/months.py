"""What is a month called inside a date, and on its own?"""

from functools import lru_cache

# Ours, because CLDR begins Kazakh and Kyrgyz months on their own with a capital, which no sentence wants.
_RU = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
_RU_DATED = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
_OWN = {
    ("ru", "format", "wide"): _RU_DATED,
    ("ru", "stand-alone", "wide"): _RU,
    ("ru", "format", "abbreviated"): "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.",
    ("kk", "format", "wide"): _KK,
    ("kk", "stand-alone", "wide"): _KK,
    ("kk", "format", "abbreviated"): "қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.",
    ("ky", "format", "wide"): _RU,
    ("ky", "stand-alone", "wide"): _RU,
    ("ky", "format", "abbreviated"): "янв. фев. мар. апр. май июн. июл. авг. сен. окт. ноя. дек.",
}
MONTHS = {key: tuple(names.split()) for key, names in _OWN.items()}


@lru_cache(maxsize=256)
def month_name(lang: str, month: int, context: str, width: str) -> str:
    """The name of a month: `format` inside a date, `stand-alone` on its own; CLDR's for a language without a table of ours."""
    own = MONTHS.get((lang, context, width))
    if own is not None:
        return own[month - 1]
    from babel import Locale  # noqa: PLC0415  heavy, and only a page needs it

    return str(Locale.parse(lang).months[context][width][month])
