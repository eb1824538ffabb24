"""What may a person do about an edition that is out? Take it back, with the reason."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from bilan.fonts.cut import cache_folder
from bilan.ledger.people_records import Role
from bilan.pipeline.build import Session
from bilan.pipeline.life import withdraw as withdrawn
from bilan.web.editions import entry_of, name_of
from bilan.web.pages.frame import Frame


def withdraw(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Take an edition back: number and files stay, and whoever had it is told."""
    who = frame.needs(Role.APPROVE)
    frame.checked(sent)
    site = frame.site
    entry = entry_of(site, str(sent.get("edition", ""))[:300])
    session = Session(site.project, site.now(), cache_folder({}), actor=who.name, clock=site.now)
    withdrawn(session, entry.pdf, str(sent.get("reason", "")))
    return frame.go(f"editions/{name_of(entry)}")


VIEWS = (("withdraw", "POST", withdraw),)
