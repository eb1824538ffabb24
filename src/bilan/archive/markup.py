"""How is a page or a feed written down? As elements, so that whatever a text holds, it stays text."""

import re
from xml.etree import ElementTree as ET

Node = ET.Element
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def node(tag: str, *content: "str | Node | None", **attributes: str) -> Node:
    """An element with text and elements in it, in order; an attribute that is no Python name ends or begins with an underscore."""
    made = ET.Element(tag, {name.strip("_").replace("_", "-"): clean(value) for name, value in attributes.items() if value})
    for one in content:
        if isinstance(one, str):
            _append(made, one)
        elif one is not None:
            made.append(one)
    return made


def html(root: Node) -> bytes:
    """A page."""
    return f"<!doctype html>\n{ET.tostring(root, encoding='unicode', method='html')}\n".encode()


def xml(root: Node) -> bytes:
    """A document, its elements on lines of their own."""
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def clean(text: str) -> str:
    """Text without the signs XML cannot hold."""
    return _NOT_XML.sub("", text)


def _append(made: Node, text: str) -> None:
    text = clean(text)
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text
