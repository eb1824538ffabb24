"""Which secrets does a channel need? Read from the environment, and missed by name where they are not there."""

from bilan.delivery.records import Post
from bilan.errors import ConfigError
from bilan.secret import read_secret


def secret(post: Post, variable: str) -> str:
    """A secret that must be there; ConfigError names the variable where it is not."""
    found = read_secret(variable, post.environ, any_sign=True)
    if found is None:
        raise ConfigError("bilan.toml", (f"delivery: the variable {variable} is not set",), f"set {variable}, or {variable}_FILE to a file")
    return found.value
