from bilan.wording.languages import languages


def test_knows_the_languages_there_are_messages_in() -> None:
    assert languages() == ["en", "fr", "kk", "ky", "ru"]
