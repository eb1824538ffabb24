"""Which languages are there messages in?"""

from pathlib import Path

MESSAGES = Path(__file__).parent / "messages"


def languages() -> list[str]:
    """Languages there are messages in, sorted."""
    return sorted(path.name for path in MESSAGES.iterdir() if any(path.glob("*.ftl")))
