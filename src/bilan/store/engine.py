"""Where is DuckDB? In the engine, which loads in a quarter of the time of the package around it, whose other interfaces nobody here uses."""

try:
    import _duckdb as duckdb  # what the package named duckdb passes on, under the same names
except ImportError:  # pragma: no cover  another build of the package
    import duckdb  # type: ignore[no-redef]  # the same names

__all__ = ["duckdb"]
