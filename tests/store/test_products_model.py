from bilan.store.products_model import ProductMapping, listed, quoted


def test_writes_texts_as_sql_literals() -> None:
    assert quoted("it's") == "'it''s'"
    assert listed(["a", "b'"]) == "'a', 'b'''"


def test_tells_mappings_apart_whatever_the_order_they_were_written_in() -> None:
    one = ProductMapping(constant={"unit": "USD", "flow": "import"}, value_map={"status": {"f": "final", "p": "provisional"}})
    same = ProductMapping(constant={"flow": "import", "unit": "USD"}, value_map={"status": {"p": "provisional", "f": "final"}})

    assert one.told == same.told
    assert one.told != ProductMapping(constant={"flow": "export", "unit": "USD"}).told
