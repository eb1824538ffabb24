import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.config.address import domain_of, mail_address, mail_domain, plain_name, within


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a.sadykova@mfa.example", "a.sadykova@mfa.example"),
        (" A.Sadykova@MFA.Example ", "A.Sadykova@mfa.example"),
        ("press@пример.кз", "press@xn--e1afmkfd.xn--g1af"),
        ("press@Қазақстан.қаз", "press@xn--80aaa0a6awh12ed.xn--80ao21a"),
        ("бөлім@пример.кз", "бөлім@xn--e1afmkfd.xn--g1af"),
        ("o'brien+bilan@example.org", "o'brien+bilan@example.org"),
        ("strasse@straße.example", "strasse@xn--strae-oqa.example"),
    ],
)
def test_an_address_has_one_spelling_whatever_script_its_domain_is_written_in(written: str, kept: str) -> None:
    assert mail_address(written) == kept


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("nobody", "is no mail address"),
        ("a@b@example.org", "is no mail address"),
        ("@example.org", "cannot stand before the @"),
        ("a..b@example.org", "cannot stand before the @"),
        ("a b@example.org", "cannot stand before the @"),
        ('"a b"@example.org', "cannot stand before the @"),
        ("a@localhost", "is no domain"),
        ("a@exa_mple.org", "is no domain"),
        ("a@-bad.org", "is no domain"),
        ("a@пример..кз", "is no domain"),
        ("a@192.0.2.1", "is no domain"),
        ("a@[192.0.2.1]", "is no domain"),
        (f"{'a' * 65}@example.org", "longer than 64 bytes"),
        (f"a@{'b' * 64}.org", "is no domain"),
        (f"a@{'.'.join(['b' * 60] * 5)}.org", "longer than 254 bytes"),
    ],
)
def test_tells_what_is_wrong_with_an_address(written: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        mail_address(written)


@pytest.mark.parametrize("hidden", ["\r\nBcc: all@example.org", "\n", "\x00", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff"], ids=ascii)
def test_no_sign_that_breaks_or_turns_a_header_comes_in(hidden: str) -> None:
    for door, text in ((mail_address, f"a{hidden}@example.org"), (mail_address, f"a@exa{hidden}mple.org"), (plain_name, f"Aigul{hidden}")):
        with pytest.raises(ValueError, match=r"holds a sign that none has \(U\+"):
            door(text)


def test_a_domain_below_an_allowed_one_is_allowed_and_one_that_only_ends_like_it_is_not() -> None:
    allowed = (mail_domain("Gov.KZ"),)

    assert within(domain_of("a@mfa.gov.kz"), allowed)
    assert within("gov.kz", allowed)
    assert not within("notgov.kz", allowed)
    assert within("anywhere.example", ())


def test_a_name_is_kept_as_it_is_written_and_has_an_end() -> None:
    assert plain_name(" Sadykova, Aigul (MFA) ") == "Sadykova, Aigul (MFA)"
    with pytest.raises(ValueError, match="longer than 120 signs"):
        plain_name("a" * 121)


@given(st.text(max_size=40))
def test_whatever_is_accepted_is_one_line_without_spaces_and_its_own_spelling(text: str) -> None:
    try:
        kept = mail_address(f"{text}@example.org")
    except ValueError:
        return

    assert len(kept.split()) == 1
    assert "\r" not in kept
    assert "\n" not in kept
    assert mail_address(kept) == kept
