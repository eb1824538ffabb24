"""How is an expression read? Arithmetic and named functions on a white list, in exact decimals."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from bilan.errors import DefinitionError

EXACT = Context(prec=34)
FUNCTIONS = {"lag": (1, 2), "growth": (1, 1), "percent": (2, 2), "points": (2, 2), "ratio": (2, 2), "abs": (1, 1)}


@dataclass(frozen=True, slots=True)
class Missing(Exception):  # noqa: N818  a reason that travels, not a fault of the program
    """Why an expression has no value at a period."""

    reason: str


Lookup = Callable[[str, int], Decimal]


def parse(expression: str, where: str) -> ast.expr:
    """The syntax tree; raises DefinitionError with the position of whatever is not allowed."""
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError as error:
        raise DefinitionError(where, (f"expression '{expression}' is no arithmetic at position {error.offset}",)) from None
    for node in ast.walk(tree):
        _allow(node, where)
    return tree


def names_in(expression: str, where: str) -> set[str]:
    """Names of inputs an expression reads."""
    tree = parse(expression, where)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called}


def check_units(expression: str, units: Mapping[str, str], where: str) -> str:
    """Unit of the result; raises DefinitionError where unlike units are added or the wrong thing multiplied."""
    return _unit(parse(expression, where), units, where)


def evaluate(expression: str, look: Lookup, where: str) -> Decimal:
    """Value of an expression; `look(name, lag)` gives inputs. Raises Missing with a reason where there is none."""
    tree = parse(expression, where)
    with localcontext(EXACT):
        return _value(tree, look, 0)


def _allow(node: ast.AST, where: str) -> None:
    fine = (ast.BinOp, ast.UnaryOp, ast.Call, ast.Name, ast.Constant, ast.Load, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.USub)
    at = getattr(node, "col_offset", 0) + 1
    if not isinstance(node, fine):
        raise DefinitionError(where, (f"position {at}: {type(node).__name__} is not allowed in an expression",), _HINT)
    if isinstance(node, ast.Constant) and (isinstance(node.value, bool) or not isinstance(node.value, int)):
        raise DefinitionError(where, (f"position {at}: only whole numbers may stand in an expression",), _HINT)
    if isinstance(node, ast.Call):
        _allow_call(node, where, at)


def _allow_call(node: ast.Call, where: str, at: int) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else "?"
    low, high = FUNCTIONS.get(name, (0, -1))
    if not low <= len(node.args) <= high or node.keywords:
        known = ", ".join(sorted(FUNCTIONS))
        raise DefinitionError(
            where, (f"position {at}: {name}() is no function here, or has the wrong number of arguments",), f"functions: {known}"
        )
    if name in ("lag", "growth") and not isinstance(node.args[0], ast.Name):
        raise DefinitionError(where, (f"position {at}: {name}() takes the name of an input",), "for example lag(total)")
    if name == "lag" and not all(isinstance(one, ast.Constant) for one in node.args[1:]):
        raise DefinitionError(where, (f"position {at}: lag() takes a whole number of periods",), "for example lag(total, 2)")


_HINT = "use + - * / and the functions " + ", ".join(sorted(FUNCTIONS))


def _unit(node: ast.expr, units: Mapping[str, str], where: str) -> str:
    match node:
        case ast.Name(id=name):
            return units[name]
        case ast.UnaryOp(operand=operand):
            return _unit(operand, units, where)
        case ast.Call(func=ast.Name(id=name), args=args):
            return _unit_of_call(name, [_unit(one, units, where) for one in args], where)
        case ast.BinOp(left=left, op=op, right=right):
            return _unit_of_pair(op, _unit(left, units, where), _unit(right, units, where), where)
        case _:
            return "number"


def _unit_of_call(name: str, units: list[str], where: str) -> str:
    if name in ("percent", "points", "ratio") and units[0] != units[1]:
        raise DefinitionError(where, (f"{name}() of '{units[0]}' and '{units[1]}': the units differ",))
    return {"growth": "percent", "percent": "percent", "points": "percentage_points", "ratio": "ratio"}.get(name, units[0])


def _unit_of_pair(op: ast.operator, left: str, right: str, where: str) -> str:
    if isinstance(op, ast.Add | ast.Sub):
        if left != right:
            raise DefinitionError(where, (f"'{left}' and '{right}' cannot be added or subtracted",))
        return left
    if right == "number":
        return left
    if isinstance(op, ast.Mult) and left == "number":
        return right
    raise DefinitionError(where, (f"'{left}' and '{right}' cannot be multiplied or divided",), "use ratio() or percent()")


def _value(node: ast.expr, look: Lookup, lag: int) -> Decimal:
    match node:
        case ast.Name(id=name):
            return look(name, lag)
        case ast.UnaryOp(operand=operand):
            return -_value(operand, look, lag)
        case ast.BinOp(left=left, op=op, right=right):
            return _pair(op, _value(left, look, lag), _value(right, look, lag))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _call(name, args, look, lag)
        case _:
            return Decimal(_whole(node))


def _pair(op: ast.operator, left: Decimal, right: Decimal) -> Decimal:
    match op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case _:
            return _divide(left, right)


def _call(name: str, args: list[ast.expr], look: Lookup, lag: int) -> Decimal:
    match name:
        case "lag":
            return _value(args[0], look, lag + (_whole(args[1]) if len(args) > 1 else 1))
        case "growth":
            return _growth(_value(args[0], look, lag), _value(args[0], look, lag + 1))
        case "abs":
            return abs(_value(args[0], look, lag))
    left, right = _value(args[0], look, lag), _value(args[1], look, lag)
    return _divide(left, right) if name == "ratio" else 100 * _divide(left, right)


def _whole(node: ast.expr) -> int:
    return int(ast.literal_eval(node))  # parse() let only whole numbers through; a ValueError for anything else


def _growth(now: Decimal, before: Decimal) -> Decimal:
    if before <= 0 or now < 0:
        raise Missing("the base of the growth is not positive")
    return 100 * (now / before - 1)


def _divide(left: Decimal, right: Decimal) -> Decimal:
    if right == 0:
        raise Missing("the denominator is zero")
    return left / right
