"""A project with two months issued once, for tests of pages."""

from tests.web.months import post, reader, root, site, two_months, visitor

__all__ = ["post", "reader", "root", "site", "two_months", "visitor"]
