import pytest

from bilan.config.decode import decode
from bilan.config.delivery import RecipientsFile
from bilan.config.models import BilanConfig
from bilan.errors import ConfigError

HEAD = 'partnerships = ["kz-kg"]\n'
MAIL = '[delivery]\nfrom = "bilan@example.org"\n[delivery.smtp]\nhost = "mail.example.org"\n'


def mistakes(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        decode(HEAD + text, BilanConfig, "bilan.toml")
    return "\n".join(caught.value.mistakes)


def test_a_project_that_says_nothing_sends_nothing() -> None:
    said = decode(HEAD, BilanConfig, "bilan.toml").delivery

    assert (said.smtp, said.s3, said.owner, said.recipients) == (None, None, (), "recipients.toml")
    assert said.attach_bytes == 5 * 2**20


def test_mail_is_encrypted_unless_somebody_says_otherwise() -> None:
    smtp = decode(HEAD + MAIL, BilanConfig, "bilan.toml").delivery.smtp

    assert smtp is not None
    assert (smtp.port, smtp.security) == (587, "starttls")


def test_the_owner_may_be_one_address_or_several() -> None:
    one = decode(HEAD + '[delivery]\nowner = "ops@example.org"\n', BilanConfig, "bilan.toml")
    two = decode(HEAD + '[delivery]\nowner = ["ops@Example.org", "https://hooks.example.org/bilan"]\n', BilanConfig, "bilan.toml")

    assert one.delivery.owner == ("ops@example.org",)
    assert two.delivery.owner == ("ops@example.org", "https://hooks.example.org/bilan")


def test_mail_without_a_sender_is_a_mistake() -> None:
    assert 'delivery: mail needs a sender: write from = "bilan@example.org"' in mistakes('[delivery.smtp]\nhost = "mail.example.org"\n')


def test_a_password_never_travels_unencrypted() -> None:
    assert "a password must not travel unencrypted" in mistakes(MAIL + 'security = "none"\nuser = "bilan"\n')
    assert decode(HEAD + MAIL.replace("mail.example.org", "127.0.0.1") + 'security = "none"\nuser = "b"\n', BilanConfig, "x").delivery.smtp


def test_all_mistakes_are_told_at_once_with_their_lines() -> None:
    told = mistakes(
        '[delivery]\nfrom = "nobody"\nunsubscribe = "ftp://x"\ndomains = ["gov"]\nreplyto = "a@b.org"\n[delivery.smtp]\nhost = "a b"\n'
    )

    assert "line 3: delivery.from: 'nobody' is no mail address: write it as name@example.org, got 'nobody'" in told
    assert "line 4: delivery.unsubscribe: expected an address that starts with https://" in told
    assert "line 5: delivery.domains[0]: 'gov' is no domain" in told
    assert "line 6: delivery.replyto: unknown setting (did you mean 'reply-to'?)" in told
    assert "line 8: delivery.smtp.host" in told


def test_an_address_with_a_name_and_password_in_it_is_refused() -> None:
    assert "holds no name and password" in mistakes('[delivery]\nunsubscribe = "https://user:pass@example.org/"\n')


def test_a_recipient_says_who_where_what_and_in_which_language() -> None:
    text = '[[recipient]]\nname = "A"\naddress = "a@example.org"\naudiences = ["minister"]\nlanguage = "kk"\nconsent = 2026-10-01\n'

    (one,) = decode(text, RecipientsFile, "recipients.toml").recipient

    assert (one.channel, one.partnerships, one.groups, one.outsider, str(one.consent)) == ("smtp", (), (), False, "2026-10-01")


def test_a_hook_is_told_of_editions_issued_and_held_unless_it_says_otherwise() -> None:
    text = '[[delivery.hook]]\nurl = "https://a.example/"\n[[delivery.hook]]\nurl = "https://b.example/"\nevents = ["withdrawn"]\n'

    first, second = decode(HEAD + text + 'secret = "BILAN_CRM_SECRET"\n', BilanConfig, "bilan.toml").delivery.hook

    assert (first.events, first.secret) == (("issued", "held"), None)
    assert (second.events, second.secret) == (("withdrawn",), "BILAN_CRM_SECRET")


def test_what_is_wrong_with_a_hook_is_told_with_its_line() -> None:
    told = mistakes(
        '[[delivery.hook]]\nurl = "example.org"\nevents = ["isued"]\nsecret = "CRM"\n[[delivery.hook]]\nurl = ""\nevents = []\n'
    )

    assert "line 3: delivery.hook[0].url: expected an address that starts with https://" in told
    assert "line 4: delivery.hook[0].events[0]: expected" in told
    assert "(did you mean 'issued'?)" in told
    assert "line 5: delivery.hook[0].secret" in told
    assert "line 7: delivery.hook[1].url" in told
    assert "line 8: delivery.hook[1].events" in told


def test_an_address_has_one_hook() -> None:
    hook = '[[delivery.hook]]\nurl = "https://a.example/"\n'

    assert "'https://a.example/' stands in more than one [[delivery.hook]]" in mistakes(hook + hook)
