import pytest

from bilan.errors import UsageError
from bilan.wording.countries import country


def test_names_a_country_in_five_languages() -> None:
    one = country("DEU")

    assert (one.code, one.short, one.zone) == ("DEU", "de", "Europe/Berlin")
    assert one.names == {"fr": "Allemagne", "en": "Germany", "ru": "Германия", "kk": "Германия", "ky": "Германия"}


def test_refuses_what_is_no_country() -> None:
    with pytest.raises(UsageError, match="country 'XXX': is no ISO 3166 alpha-3 code"):
        country("XXX")


def test_names_a_country_as_its_neighbours_do_where_the_locale_data_do_not() -> None:
    assert [country("KGZ").names[language] for language in ("ru", "kk", "ky")] == ["Кыргызстан", "Қырғызстан", "Кыргызстан"]
    assert country("USA").names["kk"] == "АҚШ"
