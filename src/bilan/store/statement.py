"""May this SQL run? One SELECT over the relations it is given, and nothing that looks at files, settings, clocks or dice."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bilan.errors import DefinitionError, closest

TABLE_FUNCTIONS = ("generate_series", "range", "unnest")
FORBIDDEN = frozenset({
    "current_catalog", "current_connection_id", "current_database", "current_date", "current_localtime", "current_localtimestamp",
    "current_query", "current_query_id", "current_role", "current_schema", "current_schemas", "current_setting", "current_time",
    "current_timestamp", "current_transaction_id", "current_user", "currval", "gen_random_uuid", "get_current_time",
    "get_current_timestamp", "getenv", "getvariable", "localtime", "localtimestamp", "nextval", "now", "parse_duckdb_log_message",
    "pg_postmaster_start_time", "random", "session_user", "set_bit", "setseed", "today", "transaction_timestamp", "txid_current", "user",
    "uuid", "uuidv4", "uuidv7", "version", "which_secret", "write_log",
})  # fmt: skip
SPOKEN = frozenset({
    "current_catalog", "current_date", "current_role", "current_schema", "current_time", "current_timestamp", "current_user", "localtime",
    "localtimestamp", "session_user", "user",
})  # fmt: skip
"""What SQL reads as a function though it looks like a column."""
HINT = "a query is one SELECT over products and observations, without files, settings, clock or chance"
Node = Mapping[str, Any]


def check(connection: Any, sql: str, relations: Collection[str]) -> None:  # noqa: ANN401  duckdb is imported lazily
    """Nothing where the SQL may run; raises DefinitionError with everything that speaks against it."""
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise DefinitionError("sql", (first_line(error),), HINT) from None
    if len(statements) != 1:
        raise DefinitionError("sql", (f"holds {len(statements)} statements; write one",), HINT)
    if statements[0].type != duckdb.StatementType.SELECT:
        raise DefinitionError("sql", (f"is a statement of the kind {statements[0].type.name}, no SELECT",), HINT)
    told = json.loads(connection.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchone()[0])
    if told["error"]:
        raise DefinitionError("sql", (str(told.get("error_message", "cannot be read")),), HINT)
    mistakes = tuple(dict.fromkeys(_mistakes(told["statements"], relations)))
    if mistakes:
        raise DefinitionError("sql", mistakes, HINT)


def first_line(error: Exception) -> str:
    """What an error of the database says, without its drawings."""
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _mistakes(tree: Any, relations: Collection[str]) -> Iterator[str]:  # noqa: ANN401  any JSON
    nodes = list(_nodes(tree))
    named = {str(entry["key"]) for node in nodes for entry in node.get("cte_map", {}).get("map", ())}
    known = [*relations, *sorted(named)]
    for node in nodes:
        match node.get("type"):
            case "BASE_TABLE":
                yield from _table(node, known)
            case "SHOW_REF":
                yield "looks at the catalogue; name the columns instead"
            case "TABLE_FUNCTION":
                yield from _table_function(node)
            case "COLUMN_REF":
                yield from _forbidden([str(part) for part in node.get("column_names", ())], SPOKEN)
        if node.get("class") == "FUNCTION":
            yield from _forbidden([str(node.get("function_name", ""))], FORBIDDEN)
        if node.get("sample"):
            yield "draws a sample: the same query must give the same rows"


def _table(node: Node, known: Collection[str]) -> Iterator[str]:
    name = str(node.get("table_name", ""))
    if name.lower() not in {one.lower() for one in known} or node.get("schema_name") or node.get("catalog_name"):
        yield f"reads '{name}'{closest(name, list(known))}; there are {', '.join(known)}"


def _table_function(node: Node) -> Iterator[str]:
    name = str(node.get("function", {}).get("function_name", ""))
    if name.lower() not in TABLE_FUNCTIONS:
        yield f"reads from the function {name}(); only {', '.join(TABLE_FUNCTIONS)} may stand there"


def _forbidden(names: Sequence[str], forbidden: Collection[str]) -> Iterator[str]:
    if len(names) == 1 and names[0].lower() in forbidden:
        yield f"uses {names[0].lower()}: a result rests on the data alone"


def _nodes(tree: Any) -> Iterator[Node]:  # noqa: ANN401  any JSON
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting.extend(reversed(part.values()))
        elif isinstance(part, list):
            waiting.extend(reversed(part))
