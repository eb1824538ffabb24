"""Which executor do the settings name? This machine's own processes, or an engine that runs elsewhere."""

from bilan.config.models import BilanConfig
from bilan.executor.pool import Pool, processors
from bilan.executor.protocol import Executor

LOCAL = "local"


def executor_of(config: BilanConfig) -> Executor:
    """The executor of a project; ConfigError where the engine it names cannot be reached or is not installed."""
    if config.executor == LOCAL:
        return Pool(config.workers or processors())
    from bilan.executor.cluster import Cluster  # noqa: PLC0415  an extra, and only who names an engine needs it

    return Cluster(config.executor)
