from datetime import date
from decimal import Decimal
from pathlib import Path

from bilan.config.decode import load
from bilan.config.models import PartnershipConfig, ThresholdConfig
from bilan.indicators.context import Context
from bilan.indicators.thresholds import level
from bilan.store.parquet import Store


def test_every_declared_threshold_is_a_reading_in_its_own_unit(checkout: Path, tmp_path: Path) -> None:
    partnership = load(checkout / "data" / "kz-kg" / "partnership.toml", PartnershipConfig)
    declared = (
        ThresholdConfig(id="half-more", indicator="trade.total", value=1_500_000_000, unit="USD"),
        ThresholdConfig(id="tenth", indicator="trade.partner_share", value=10.5, unit="percent"),
    )
    as_of = date(2026, 10, 31)
    context = Context(Store(tmp_path).as_of(as_of), partnership.model_copy(update={"threshold": declared}), as_of, {})

    assert [(one.id, one.value, one.unit) for one in level(context)] == [
        ("threshold.level:half-more:2026", Decimal(1_500_000_000), "USD"),
        ("threshold.level:tenth:2026", Decimal("10.5"), "percent"),
    ]
