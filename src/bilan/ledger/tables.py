"""How is the ledger laid out? Its tables, the same on SQLite and PostgreSQL."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from bilan.ledger.columns import Instant, metadata
from bilan.ledger.tables_people import account, job, session, token

__all__ = [
    "Instant", "account", "approval", "blob", "edition", "event", "job", "metadata", "notice", "occurrence", "outbox", "run", "session",
    "suppression", "tick", "token",
]  # fmt: skip

occurrence = Table(
    "occurrence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("schedule", String(100), nullable=False),
    Column("partnership", String(100), nullable=False),
    Column("audience", String(100), nullable=False),
    Column("language", String(8), nullable=False),
    Column("period", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("owner", String(200), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("lease_until", Instant),
    Column("attempt", Integer, nullable=False),
    Column("reason", String, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("origin", String(16), nullable=False, server_default="scheduled"),
    Column("idem_key", String(200)),
    Column("request", String),
    Column("as_of", Date),
    Column("next_try_at", Instant),
    Column("approvals", Integer, nullable=False, server_default="0"),
    Column("sha256", String(64)),
    Column("manifest_sha256", String(64)),
    UniqueConstraint("schedule", "partnership", "audience", "language", "period", "revision", name="uq_occurrence_what_is_due"),
    Index("ix_occurrence_state_due_at", "state", "due_at"),
    Index("uq_occurrence_idem_key", "idem_key", unique=True),
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("occurrence_id", ForeignKey("occurrence.id"), index=True),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("state", String(16), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("reason", String, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("partnership", String(100), nullable=False),
    Column("period", String(16), nullable=False),
    Column("audience", String(100), nullable=False),
    Column("language", String(8), nullable=False),
    Column("number", Integer, nullable=False),
    Column("issue", Integer, nullable=False),
    Column("key", String(128), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("path", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("manifest_sha256", String(64), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("run_id", ForeignKey("run.id")),
    Column("issued_at", Instant, nullable=False),
    Column("state", String(16), nullable=False, server_default="issued"),
    Column("reason", String, nullable=False, server_default=""),
    Column("supersedes", ForeignKey("edition.id")),
    Column("settled_at", Instant),
    UniqueConstraint("partnership", "period", "audience", "language", "issue", name="uq_edition_issue"),
    UniqueConstraint("partnership", "period", "audience", "language", "key", name="uq_edition_key"),
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("subject", String(300), nullable=False, index=True),
    Column("from_state", String(16), nullable=False),
    Column("to_state", String(16), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("detail", String, nullable=False),
)

approval = Table(
    "approval",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("occurrence_id", ForeignKey("occurrence.id"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("manifest_sha256", String(64), nullable=False),
    Column("person", String(200), nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("occurrence_id", "sha256", "person", name="uq_approval_person"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition_id", ForeignKey("edition.id"), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("recipient", String(320), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("message_id", String(200), nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("next_try_at", Instant),
    Column("fence", Integer, nullable=False),
    Column("owner", String(200), nullable=False),
    Column("lease_until", Instant),
    Column("last_code", Integer),
    Column("last_text", String, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    UniqueConstraint("edition_id", "channel", "recipient", "kind", name="uq_outbox_once_each"),
    UniqueConstraint("message_id", name="uq_outbox_message_id"),
    Index("ix_outbox_state_next_try_at", "state", "next_try_at"),
)

suppression = Table(
    "suppression",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("recipient", String(320), nullable=False),
    Column("reason", String, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("recipient", name="uq_suppression_recipient"),
)

notice = Table(
    "notice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("episode", String(300), nullable=False),
    Column("subject", String(300), nullable=False),
    Column("detail", String, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("message_id", String(200), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("next_try_at", Instant),
    Column("told_at", Instant),
    UniqueConstraint("episode", name="uq_notice_episode"),
    UniqueConstraint("message_id", name="uq_notice_message_id"),
)

tick = Table(
    "tick",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("last_wall", Instant, nullable=False),
    Column("monotonic", Float),
    Column("boot_id", String(100), nullable=False),
    CheckConstraint("id = 1", name="ck_tick_one_row"),
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
)
