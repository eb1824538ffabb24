"""How does each number of an edition's screen page open where it comes from? As a link, and nothing else is touched."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape, unescape
from urllib.parse import quote

FRAMED = "default-src 'none'; frame-ancestors 'self'"
"""What a browser may do with a file that is no page of ours: show it inside one. Its viewer of PDF needs no more."""
_NUMBER = re.compile(r'(<data\b[^>]*\bdata-id="([^"]*)"[^>]*>)(.*?)(</data>)', re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LOOK = "a[data-trace]{color:inherit;text-decoration:underline dotted;text-underline-offset:.18em}a[data-trace]:hover,a[data-trace]:focus-visible{text-decoration-style:solid}"


def linked(page: str, trace: str) -> str:
    """The page with every marked number linked to the page that traces it; what it says is the same to the letter."""

    def link(match: re.Match[str]) -> str:
        start, name, text, end = match.groups()
        address = f"{trace}?number={quote(unescape(name))}"
        return f'<a data-trace href="{escape(address)}">{start}{text}{end}</a>'

    body = _NUMBER.sub(link, page)
    return _META.sub("", body, count=1).replace("</head>", f"<style>{_LOOK}</style></head>", 1)


def policy(page: str) -> str:
    """What a browser may do with such a page: its own style sheets by their hashes, pictures and letters it carries, nothing else."""
    styles = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in _STYLE.findall(page)) or "'none'"
    return (
        f"default-src 'none'; style-src {styles}; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'self'"
    )
