"""What do we use of WeasyPrint? The one door to it."""

import warnings

with warnings.catch_warnings():
    # It asks for HarfBuzz to subset fonts; `faces` subsets them alike on every machine.
    warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
    from weasyprint import CSS, HTML
    from weasyprint.pdf import fonts as embedding
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

__all__ = ["CSS", "HTML", "FontConfiguration", "URLFetcher", "URLFetcherResponse", "embedding"]
