from tests.web.months import reader, two_months
from tests.web.visitor import Visitor

__all__ = ["reader", "two_months"]


def test_pages_the_api_and_what_probes_ask_for_stand_behind_one_guard(reader: Visitor) -> None:
    for path, media in (
        ("/en/", "text/html"),
        ("/api/v1/me", "application/json"),
        ("/healthz", "application/json"),
        ("/metrics", "text/plain"),
        ("/api/v1/nothing", "application/problem+json"),
        ("/nothing", "text/html"),
    ):
        answer = reader.get(path)
        assert answer.headers["content-type"].startswith(media), path
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "unsafe" not in answer.headers["content-security-policy"]
