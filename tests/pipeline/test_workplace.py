from collections.abc import Callable
from dataclasses import replace

from bilan.ledger.book import Ledger
from bilan.pipeline.build import Session
from bilan.pipeline.workplace import workplace
from bilan.project import Project

Sessions = Callable[[Project], Session]


def test_a_workplace_opens_once_what_every_edition_needs(issued: Project, session: Sessions) -> None:
    with workplace(session(issued)) as place:
        assert [one.identity.audience for one in place.ledger.editions()] == ["minister"]
        assert place.archive.shelf.where() == str(issued.reports)
        assert len(place.program) == 64
        assert {face.family for face in place.workshop.fonts.files} == {"IBM Plex Sans", "IBM Plex Serif"}


def test_a_ledger_that_was_given_stays_open(issued: Project, session: Sessions) -> None:
    with Ledger.open(issued.config.ledger, issued.root) as mine:
        with workplace(replace(session(issued), ledger=mine)) as place:
            assert place.ledger is mine

        assert len(mine.editions()) == 1
