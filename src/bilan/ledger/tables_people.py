"""Which tables hold what people do through page and API? Accounts, their sessions and tokens, and the jobs they ask for."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bilan.ledger.columns import Instant, metadata

account = Table(
    "account",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(100), nullable=False),
    Column("password", String(300)),
    Column("role", String(16), nullable=False),
    Column("subject", String(300)),
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Instant),
    UniqueConstraint("name", name="uq_account_name"),
    UniqueConstraint("subject", name="uq_account_subject"),
)

session = Table(
    "session",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
)

token = Table(
    "token",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False, index=True),
    Column("name", String(100), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("revoked_at", Instant),
    UniqueConstraint("sha256", name="uq_token_sha256"),
)

job = Table(
    "job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(40), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("idem_key", String(200)),
    Column("request", String, nullable=False),
    Column("state", String(16), nullable=False),
    Column("owner", String(200), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("lease_until", Instant),
    Column("attempt", Integer, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("subject", String(300), nullable=False),
    Column("done", Float, nullable=False),
    Column("result", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    UniqueConstraint("name", name="uq_job_name"),
    UniqueConstraint("actor", "idem_key", name="uq_job_once"),
    Index("ix_job_state_id", "state", "id"),
)
