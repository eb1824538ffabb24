from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bilan.delivery.recipients import problems, receivers, recipients
from bilan.delivery.records import Recipient
from bilan.document import Identity
from bilan.errors import ConfigError
from bilan.period import Period
from bilan.project import Project

Write = Callable[..., Project]
GOOD = '[[recipient]]\nname = "Aigul"\naddress = "a@MFA.example"\naudiences = ["minister"]\nlanguage = "fr"\n'
CSV = "name,address,audiences,language,channel,consent,partnerships,groups,outsider\n"


def mistakes(project: Project) -> str:
    with pytest.raises(ConfigError) as caught:
        recipients(project)
    return "\n".join(caught.value.mistakes)


def test_a_list_in_toml_is_read(write: Write) -> None:
    (one,) = recipients(write(recipients=GOOD))

    assert one == Recipient("Aigul", "a@mfa.example", "smtp", ("minister",), "fr", line=1)


def test_no_list_is_nobody_but_a_list_that_was_named_must_be_there(write: Write) -> None:
    assert recipients(write()) == ()
    assert "cannot be read: No such file" in mistakes(write('[delivery]\nrecipients = "people.toml"\n'))


def test_a_list_as_a_table_says_the_same(write: Write) -> None:
    row = "Aigul,a@mfa.example,minister analyst,kk,smtp,2026-10-01,kz-kg,cabinet;press,no\n"

    (one,) = recipients(write('[delivery]\nrecipients = "people.csv"\n', CSV + row, "people.csv"))

    assert (one.audiences, one.groups, one.consent, one.outsider, one.line) == (
        ("minister", "analyst"), ("cabinet", "press"), date(2026, 10, 1), False, 2,
    )  # fmt: skip


def test_a_table_as_an_office_program_saves_it_is_read(write: Write) -> None:
    text = "\ufeff" + "name;address;audiences;language\r\nAigul;a@mfa.example;minister|analyst;fr\r\n"

    (one,) = recipients(write('[delivery]\nrecipients = "people.csv"\n', text, "people.csv"))

    assert (one.name, one.audiences) == ("Aigul", ("minister", "analyst"))


def test_all_mistakes_of_a_list_are_told_at_once_with_their_lines(write: Write) -> None:
    text = GOOD + (
        '[[recipient]]\nname = "B"\naddress = "b@exa mple.org"\naudiences = ["ministre"]\nlanguage = "fr"\npartnerships = ["kg-uz"]\n'
        '[[recipient]]\nname = "C"\naddress = "c@example.org"\naudiences = ["minister"]\nlanguage = "en"\nchannel = "smpt"\noutsider = true\n'
    )

    assert mistakes(write(recipients=text)).splitlines() == [
        "line 6: address: 'exa mple.org' is no domain: write it as example.org",
        "line 6: audiences: 'ministre' is not among the project's audiences (did you mean 'minister'?)",
        "line 6: partnerships: 'kg-uz' is not among the project's partnerships",
        "line 12: channel: 'smpt' is not known (did you mean 'smtp'?), known: feed, folder, s3, smtp, webhook",
        "line 12: consent: an outsider must have agreed: write the day, as 2026-10-01",
    ]


def test_what_cannot_be_decoded_is_told_first(write: Write) -> None:
    told = mistakes(write(recipients=GOOD.replace('"fr"', '"de"') + 'adress = "x"\n'))

    assert "line 5: recipient[0].language: expected 'fr', 'en', 'ru', 'kk' or 'ky', got 'de'" in told
    assert "line 6: recipient[0].adress: unknown setting (did you mean 'address'?)" in told


def test_all_mistakes_of_a_table_are_told_at_once_with_their_lines(write: Write) -> None:
    rows = "A,a@example.org,minister,de,,,,,\nB,b@example.org,,fr,,yesterday,,,perhaps\nC,c@example.org,minister,fr,,,,,,,\n"

    told = mistakes(write('[delivery]\nrecipients = "p.csv"\n', "nom,address,audiences,language,channel,consent,partnerships,groups,outsider\n" + rows, "p.csv"))  # fmt: skip

    assert "line 1: column 'nom' is not known" in told
    assert "line 2: language: expected 'fr', 'en'" in told
    assert "line 3: audiences: " in told
    assert "line 3: consent: " in told
    assert "line 3: outsider: expected true or false, got 'perhaps'" in told
    assert "line 4: more cells than columns: unknown setting" in told


def test_a_broken_table_says_where(write: Write) -> None:
    assert "line 2: " in mistakes(write('[delivery]\nrecipients = "p.csv"\n', CSV + '"A"x,b\n', "p.csv"))


def test_a_list_in_another_encoding_is_told(write: Write) -> None:
    project = write('[delivery]\nrecipients = "p.csv"\n')
    (project.root / "p.csv").write_bytes("name\nÉ".encode("latin-1"))

    assert "is not UTF-8 (byte 5)" in mistakes(project)


@pytest.mark.parametrize("hidden", ["A\\nBcc: all@example.org", "A\\r\\nX: y", "A\\u2028B"])
def test_a_name_that_would_break_a_header_does_not_come_in(write: Write, hidden: str) -> None:
    assert "recipient[0].name: the name holds a sign that none has (U+" in mistakes(write(recipients=GOOD.replace("Aigul", hidden)))


def test_only_allowed_domains_come_in(write: Write) -> None:
    allowed = '[delivery]\ndomains = ["gov.kz"]\n'

    assert "address: the domain mfa.example is not among those allowed: gov.kz" in mistakes(write(allowed, GOOD))
    assert recipients(write(allowed, GOOD.replace("MFA.example", "mfa.gov.kz")))


def test_the_same_address_twice_for_the_same_edition_is_told(write: Write) -> None:
    twice = GOOD + GOOD.replace("Aigul", "A. Sadykova").replace("a@MFA", "A@mfa").replace('["minister"]', '["analyst", "minister"]')

    assert mistakes(write(recipients=twice)) == "line 6: address: A@mfa.example stands on line 1 already, for minister in 'fr'"


@pytest.mark.parametrize(("mine", "yours"), [('audiences = ["minister"]', 'audiences = ["analyst"]'), ('"fr"', '"en"')])
def test_the_same_address_may_get_two_editions(write: Write, mine: str, yours: str) -> None:
    assert len(recipients(write(recipients=GOOD + GOOD.replace(mine, yours)))) == 2


def test_the_same_address_may_stand_twice_for_two_partnerships(write: Write) -> None:
    project = write(recipients=GOOD + 'partnerships = ["kz-kg"]\n' + GOOD + 'partnerships = ["kg-uz"]\n')
    settings = project.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('["kz-kg"]', '["kz-kg", "kg-uz"]'), encoding="utf-8")

    assert len(recipients(Project(project.root))) == 2


def test_an_outsider_needs_a_way_out(write: Write) -> None:
    outsider = GOOD + "outsider = true\nconsent = 2026-10-01\n"

    assert "outsider: needs a way out: set delivery.unsubscribe" in mistakes(write(recipients=outsider))
    assert recipients(write('[delivery]\nunsubscribe = "https://x.example/out"\n', outsider))


def test_an_edition_goes_to_those_who_asked_for_it(write: Write) -> None:
    project = write(recipients=GOOD + GOOD.replace("a@MFA", "b@MFA").replace('"minister"', '"analyst"'))

    found = receivers(project, Identity("kz-kg", Period.parse("2026-10"), "minister", "fr"), date(2026, 11, 2))

    assert [one.address for one in found] == ["a@mfa.example"]


def test_a_recipient_no_edition_is_made_for_is_told(write: Write) -> None:
    (one,) = problems(write(recipients=GOOD.replace('"fr"', '"kk"')))

    assert str(one) == "recipients.toml: line 1: Aigul gets nothing: no edition is made for minister in 'kk'"


def test_mail_without_an_archive_to_link_to_or_an_owner_is_told(write: Write) -> None:
    mail = '[delivery]\nfrom = "bilan@example.org"\n{}[delivery.smtp]\nhost = "mail.example.org"\n'

    assert [one.message.split(":")[0] for one in problems(write(mail.format("")))] == [
        "archive.url is not set",
        "delivery.owner is not set",
    ]
    assert problems(write('[archive]\nurl = "https://x.example/"\n' + mail.format('owner = "ops@example.org"\n'))) == []


def test_a_hook_that_cannot_be_called_is_told(write: Write) -> None:
    hooks = '[[delivery.hook]]\nurl = "http://crm.example/"\n[[delivery.hook]]\nurl = "https://crm.example/"\n'

    (one,) = problems(write(hooks))

    assert str(one).startswith("bilan.toml: delivery.hook: 'http://crm.example/' is not encrypted")


def test_the_list_of_a_checkout_stays_where_it_is(write: Write, checkout: Path) -> None:
    assert write().root != checkout
