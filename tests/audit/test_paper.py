from collections.abc import Callable

from bilan.audit.paper import page_texts


def test_reads_each_page_with_its_signs_and_spaces(laid_out: Callable[[str], bytes]) -> None:
    pages = page_texts(laid_out('<html lang="fr"><title>x</title><p>−1\u202f234,5\u00a0%</p><p style="break-before: page">2</p>'))

    assert pages == ["−1\u202f234,5\u00a0%", "2"]
