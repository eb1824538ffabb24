"""What counted as known on a date? One SQL query over all vintages: which rows stood, and which of them speaks for its period."""

from bilan.store.schema import COLUMNS

# A version that repeats the one before it counts once: two processes took in the same, or a compaction was cut short.
# Of one row the version seen last counts, and nothing of it once the row was deleted from its table.
# Of the statistics for one period the last published counts; of one day's the most precise, then the digest decides.
# A statistic withdrawn by its publisher closes its period until something newer is published.
AS_OF = f"""
WITH seen AS (
  SELECT * FROM observation
  WHERE published_on <= $as_of AND seen_at <= $seen_by
  QUALIFY (digest, gone) IS DISTINCT FROM lag((digest, gone)) OVER (PARTITION BY row ORDER BY seen_at, digest, gone)
), known AS (
  SELECT *, row_number() OVER (PARTITION BY row ORDER BY seen_at DESC, digest DESC) = 1 AND NOT gone AS stands
  FROM seen
), sorted AS (
  SELECT *, evidence <> 'forecast' AND attribution = 'stated' AS statistic,
    coalesce(list_position(['exact', 'rounded', 'approximate'], precision), 4) AS weakness
  FROM known
)
SELECT {", ".join(COLUMNS)}, stands, statistic,
  row_number() OVER (
    PARTITION BY indicator, reporter, partner, flow, product, frequency, period, stands AND statistic
    ORDER BY published_on DESC, weakness, digest
  ) = 1 AND stands AND statistic AND status <> 'withdrawn' AS speaks
FROM sorted
ORDER BY published_on, seen_at, digest, row
"""  # noqa: S608  column names are constants of ours

# What the store knows of each row right now, whatever its date of publication.
LAST = """
SELECT * FROM observation
QUALIFY row_number() OVER (PARTITION BY row ORDER BY seen_at DESC, digest DESC) = 1
ORDER BY row
"""

# Which series got a new version of a row, when it was seen and as of when it counts; forecasts and statements are no series.
# A version that repeats the one before it is none, whoever wrote it.
ARRIVED = """
WITH seen AS (
  SELECT * FROM observation
  QUALIFY (digest, gone) IS DISTINCT FROM lag((digest, gone)) OVER (PARTITION BY row ORDER BY seen_at, digest, gone)
)
SELECT DISTINCT indicator, reporter, partner, flow, product, frequency, seen_at, published_on FROM seen
WHERE seen_at > $since AND evidence <> 'forecast' AND attribution = 'stated'
ORDER BY ALL
"""
