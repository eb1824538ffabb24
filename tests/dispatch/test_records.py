from tests.dispatch.conftest import NOW, World

from bilan.dispatch.records import Means, Receipt
from bilan.ledger.records import Ending, ReceiptState


def test_means_are_those_of_this_process_and_show_no_secret() -> None:
    means = Means()

    assert means.owner.rpartition(":")[2].isdigit()
    assert means.clock() <= means.clock()
    assert "environ" not in repr(means)


def test_a_receipt_tells_which_edition_whom_and_how_it_ended(world: World) -> None:
    edition = world.issue("ok@example.org")
    (row,) = world.ledger.outbox.due(NOW)

    receipt = Receipt.of(row, edition, Ending(ReceiptState.REFUSED, "no such user", 550))

    assert (str(receipt.edition), receipt.issue, receipt.kind) == ("kz-kg/2026-10/minister.en", 1, "edition")
    assert (receipt.channel, receipt.recipient, receipt.state, receipt.code) == ("smtp", "ok@example.org", "refused", 550)
