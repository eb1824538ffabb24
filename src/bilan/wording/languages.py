"""Which languages are there messages in?"""

from pathlib import Path

OWN_NAMES = {"en": "English", "fr": "français", "kk": "қазақша", "ky": "кыргызча", "ru": "русский"}
"""What each language calls itself."""
MESSAGES = Path(__file__).parent / "messages"


def languages() -> list[str]:
    """Languages there are messages in, sorted."""
    return sorted(path.name for path in MESSAGES.iterdir() if any(path.glob("*.ftl")))
