"""Does a password fit? Argon2id with the defaults of its library, the same work for an unknown account, and a rule for new ones."""

import secrets
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from bilan.errors import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1024
COMMONEST = frozenset(
    (
        "000000000000", "111111111111", "112233445566", "121212121212", "123123123123", "1234567890123", "123456789012", "1234567891011",
        "123456789abc", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u8i", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "987654321000", "999999999999",
        "aaaaaaaaaaaa", "abc123abc123", "abcd1234abcd", "abcdefghijkl", "abcdefghijklmnop", "admin1234567", "administrateur",
        "administrator", "asdfghjkl123", "asdfghjkl;'\\", "azertyuiop12", "azertyuiop123", "azertyuiopqs", "bilanbilanbilan", "changeme1234",
        "changemeplease", "correcthorsebatterystaple", "football1234", "iloveyou1234", "letmeinletmein", "letmeinplease", "motdepasse12",
        "motdepasse123", "motdepasse1234", "p@ssw0rd1234", "passw0rd1234", "password1234", "password12345", "password123456",
        "passwordpassword", "q1w2e3r4t5y6", "qazwsxedcrfv", "qwerty123456", "qwerty1234567", "qwertyqwerty", "qwertyuiop12", "qwertyuiop123",
        "qwertyuiop[]", "qwertyuiopas", "welcome12345", "welcome123456", "zaq12wsxcde3", "zxcvbnm12345", "йцукенгшщзхъ", "йцукенгшщзфы",
        "парольпароль", "пароль123456", "пароль1234567",  # noqa: RUF001  Cyrillic on purpose
    )
)  # fmt: skip
"""The commonest of those that are long enough, in small letters."""


def checked(password: str, name: str) -> str:
    """A password that may be set for an account; UsageError tells what is wrong with it, never the password."""
    where, plain = f"password of {name}", _plain(password).casefold()
    if len(password) < SHORTEST:
        raise UsageError(where, f"is too short: {len(password)} characters", f"take at least {SHORTEST}; a few words do well")
    if len(password) > LONGEST:
        raise UsageError(where, f"is too long: {len(password)} characters", f"take at most {LONGEST}")
    if plain == _plain(name).casefold():
        raise UsageError(where, "is the name of the account", "take one that nobody can guess")
    if plain in COMMONEST:
        raise UsageError(where, "is one of the commonest there are", "take one that nobody can guess")
    return password


def hashed(password: str) -> str:
    """The Argon2id hash of a password, with a salt of its own; UsageError where the library is not installed."""
    return _hasher().hash(_bytes(password))


def fits(stored: str | None, password: str) -> bool:
    """Whether a password is the one that was hashed; it takes as long where there is no hash to hold it against."""
    hasher, nobodys = _hasher(), _nobodys()
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415  an extra

    possible = stored is not None and len(password) <= LONGEST
    try:
        return hasher.verify(stored if stored is not None else nobodys, _bytes(password[:LONGEST])) and possible
    except (InvalidHashError, VerificationError):
        return False


def outdated(stored: str) -> bool:
    """Whether a hash was made with weaker settings than today's: hash the password anew at the next log-in."""
    return _hasher().check_needs_rehash(stored)


@cache
def _hasher() -> "PasswordHasher":
    try:
        from argon2 import PasswordHasher  # noqa: PLC0415  an extra
    except ImportError:
        raise UsageError("accounts", "need argon2-cffi to hash passwords", 'install it: pip install "bilan[serve]"') from None
    return PasswordHasher()


@cache
def _nobodys() -> str:
    """A hash that no password fits."""
    return hashed(secrets.token_urlsafe(32))


def _plain(text: str) -> str:
    """A text whatever keyboard composed its letters."""
    return unicodedata.normalize("NFC", text)


def _bytes(password: str) -> bytes:
    return _plain(password).encode("utf-8", "surrogatepass")
