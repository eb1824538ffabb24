"""What does a query over product-level trade say? Its rows as readings, with the slices they rest on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bilan.errors import DefinitionError
from bilan.indicators.context import Context, Outline, ProductSlice, derive, running_year, without_products
from bilan.indicators.definition import Definition
from bilan.model import Reading, weakest_status
from bilan.period import Period

SHAPE = "SELECT CAST(subject AS VARCHAR), CAST(period AS VARCHAR), value FROM (\n{sql}\n) ORDER BY 1, 2"
HINT = "a query gives the columns subject, period and value, one row for each subject and period"
Row = tuple[str, Period, Decimal | None]


def by_sql(definition: Definition, context: Context) -> Iterator[Reading]:
    """Readings of a SQL indicator; without product-level data one for each country that says so.

    Raises DefinitionError where the query is refused or its rows are no readings, StoreError where the store is damaged.
    """
    if definition.slices and not context.view.has_products:
        for subject in context.countries:
            yield without_products(_outline(definition, context, subject, running_year(context.as_of)))
        return
    for subject, period, value in _rows(definition, context):
        outline = _outline(definition, context, subject, period)
        inputs = [one for need in definition.needs if (one := context.of(need, subject).get(period)) is not None]
        slices = [one for one in _slices(definition, context, subject, period) if one.rows]
        if not slices and not inputs:
            yield derive(outline, None, (), "the slices it is said to rest on have no rows")
            continue
        reading = derive(outline, value, inputs, "the query gives no value")
        yield _resting(reading, slices)


def _rows(definition: Definition, context: Context) -> list[Row]:
    countries = dict(zip(("first", "second"), context.countries, strict=True))
    parameters = {name: code for name, code in countries.items() if re.search(rf"\${name}\b", definition.sql)}
    try:
        found = context.view.query(SHAPE.format(sql=definition.sql.strip().rstrip(";")), parameters)
    except DefinitionError as error:
        raise _refused(definition, "; ".join(error.mistakes), error.hint) from None
    rows: dict[tuple[str, Period], Row] = {}
    for one in found:
        subject, period, value = _row(definition, one)
        if (subject, period) in rows:
            raise _refused(definition, f"two rows for subject '{subject}' and period {period}")
        rows[subject, period] = subject, period, value
    return list(rows.values())


def _row(definition: Definition, fields: tuple[Any, ...]) -> Row:
    subject, text, value = fields
    if not isinstance(subject, str) or not subject or ":" in subject:
        raise _refused(definition, f"subject {subject!r} is no subject: a code or name without a colon")
    try:
        period = Period.parse(text or "")
    except ValueError as error:
        raise _refused(definition, str(error)) from None
    if period.frequency is not definition.frequency:
        raise _refused(definition, f"period {period} is not of the declared frequency {definition.frequency}")
    if isinstance(value, bool) or not isinstance(value, int | Decimal | None):
        raise _refused(definition, f"value {value!r} is not exact; write CAST(… AS DECIMAL(38, 10)) AS value")
    return subject, period, None if value is None else Decimal(value)


def _refused(definition: Definition, reason: str, hint: str = "") -> DefinitionError:
    return DefinitionError(definition.origin, (f"indicator.{definition.name}: sql: {reason}",), hint or HINT)


def _outline(definition: Definition, context: Context, subject: str, period: Period) -> Outline:
    """A subject is a country (`KAZ`, `KAZ/export`), two of them (`KAZ>KGZ`), or something else without reporter."""
    codes = _codes(context, subject)
    reporter = codes[0] if codes else ""
    partner = context.partner_of(reporter) if codes else ""
    return Outline(definition.name, subject, period, definition.unit, definition.formula, context.as_of, reporter, partner)


def _codes(context: Context, subject: str) -> list[str]:
    return [code for code in re.split(r"[>/-]", subject) if code in context.countries]


def _slices(definition: Definition, context: Context, subject: str, period: Period) -> Iterator[ProductSlice]:
    """The slices declared: of the country the subject names, or of each in turn where it names both or none."""
    codes = _codes(context, subject)
    reporters = codes if len(codes) == 1 else context.countries
    wanted: Mapping[tuple[str, str, str], None] = dict.fromkeys(
        (context.filled(entry.reporter, code), context.filled(entry.partner, code), entry.flow)
        for entry in definition.slices
        for code in reporters
    )
    for reporter, partner, flow in wanted:
        yield context.view.slice(reporter, partner, flow, period)


def _resting(reading: Reading, slices: list[ProductSlice]) -> Reading:
    """A reading with the slices among its inputs."""
    published = [one.published_on for one in slices if one.published_on] + ([reading.published_on] if reading.published_on else [])
    return replace(
        reading,
        status=weakest_status([reading.status, *(one.status for one in slices)]),
        inputs=(*reading.inputs, *(one.id for one in slices)),
        source_ids=tuple(sorted({*reading.source_ids, *(source for one in slices for source in one.source_ids)})),
        published_on=max(published, default=None),
    )
