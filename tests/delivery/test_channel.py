from bilan.delivery.channel import CHANNELS, Teller, load_channels
from bilan.delivery.smtp import Mailer
from bilan.delivery.webhook import Caller


def test_every_channel_is_one_file_that_is_found_by_itself() -> None:
    assert load_channels().names() == ["feed", "folder", "s3", "smtp", "webhook"]
    assert load_channels() is CHANNELS


def test_only_mail_may_arrive_twice_and_is_therefore_never_repeated_unasked() -> None:
    assert {name: load_channels().get(name).again for name in load_channels().names()} == {
        "feed": True, "folder": True, "s3": True, "smtp": False, "webhook": True,
    }  # fmt: skip


def test_the_owner_is_told_by_mail_or_by_a_call() -> None:
    assert issubclass(Mailer, Teller)
    assert issubclass(Caller, Teller)
