from bilan.dispatch.returned import HEAD_LINES, LONGEST_LINE, MOST_FIELDS, head, reported

MAIL = b"""Subject: Undelivered
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="=_b 1"

A word before the parts.
Final-Recipient: rfc822; not@in.a.part
--=_b 1
Content-Type: text/plain

Content-Type: message/delivery-status

Final-Recipient: rfc822; only@quoted.example
--=_b 2
--=_b 1
Content-Type: Message/Delivery-Status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; a@example.org
Diagnostic-Code: smtp; 550 no
  such user
Final-Recipient: rfc822; second@example.org

Final-Recipient: rfc822; b@example.org
--=_b 1--
Final-Recipient: rfc822; after@example.org
"""


def lines(text: bytes) -> list[bytes]:
    return text.splitlines(keepends=True)


def test_each_group_of_a_notification_is_read_and_nothing_that_only_looks_like_one() -> None:
    assert list(reported(lines(MAIL))) == [
        {"reporting-mta": "dns; mx.example.org"},
        {"final-recipient": "rfc822; a@example.org", "diagnostic-code": "smtp; 550 no such user"},
        {"final-recipient": "rfc822; b@example.org"},
    ]


def test_a_notification_that_was_cut_off_tells_what_came() -> None:
    assert list(reported(lines(MAIL.partition(b"\n--=_b 1--")[0])))[-1] == {"final-recipient": "rfc822; b@example.org"}


def test_the_head_ends_at_the_first_blank_line() -> None:
    assert head(lines(b"A: 1\nno field\n folded\nB: 2\n  3\n \nC: 4\n")) == {"a": "1", "b": "2 3"}


def test_no_more_is_read_than_a_mail_has() -> None:
    many = b"".join(b"X-%d: y\n" % number for number in range(MOST_FIELDS + 10))
    late = b" folded\n" * HEAD_LINES + b"X: y\n"

    assert len(head(lines(many))) == MOST_FIELDS
    assert len(head([b"X: " + b"y" * 10_000])["x"]) < LONGEST_LINE
    assert len(head([b"X: y\n", *[b" " + b"z" * 1000 + b"\n"] * 10])["x"]) < 2 * LONGEST_LINE
    assert head(lines(late)) == {}
