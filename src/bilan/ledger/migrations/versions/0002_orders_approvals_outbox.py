"""Orders, approvals, the life of an edition after issue, the outbox, and what the owner is told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_INSTANT = sa.DateTime(timezone=True)
_SUPERSEDES = "ALTER TABLE edition ADD COLUMN supersedes INTEGER CONSTRAINT fk_edition_supersedes REFERENCES edition (id)"


def upgrade() -> None:
    """Add columns with defaults for the rows there are, then the new tables."""
    _occurrence()
    _edition()
    _approval()
    _outbox()
    _addressees()
    _clock_and_blobs()


def downgrade() -> None:
    """Leave the ledger as 0001 had it."""
    for table in ("blob", "tick", "notice", "suppression", "outbox", "approval"):
        op.drop_table(table)
    for column in ("settled_at", "supersedes", "reason", "state"):
        op.drop_column("edition", column)
    op.drop_index("uq_occurrence_idem_key", "occurrence")
    for column in ("manifest_sha256", "sha256", "approvals", "next_try_at", "as_of", "request", "idem_key", "origin"):
        op.drop_column("occurrence", column)


def _occurrence() -> None:
    for column in (
        sa.Column("origin", sa.String(16), nullable=False, server_default="scheduled"),
        sa.Column("idem_key", sa.String(200)),
        sa.Column("request", sa.String),
        sa.Column("as_of", sa.Date),
        sa.Column("next_try_at", _INSTANT),
        sa.Column("approvals", sa.Integer, nullable=False, server_default="0"),
        sa.Column("sha256", sa.String(64)),
        sa.Column("manifest_sha256", sa.String(64)),
    ):
        op.add_column("occurrence", column)
    op.create_index("uq_occurrence_idem_key", "occurrence", ["idem_key"], unique=True)


def _edition() -> None:
    op.add_column("edition", sa.Column("state", sa.String(16), nullable=False, server_default="issued"))
    op.add_column("edition", sa.Column("reason", sa.String, nullable=False, server_default=""))
    op.execute(_SUPERSEDES)  # Alembic adds no foreign key to a table of SQLite
    op.add_column("edition", sa.Column("settled_at", _INSTANT))


def _approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("occurrence_id", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("manifest_sha256", sa.String(64), nullable=False),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_approval"),
        sa.ForeignKeyConstraint(["occurrence_id"], ["occurrence.id"], name="fk_approval_occurrence_id"),
        sa.UniqueConstraint("occurrence_id", "sha256", "person", name="uq_approval_person"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("edition_id", sa.Integer, nullable=False),
        sa.Column("channel", sa.String(100), nullable=False),
        sa.Column("recipient", sa.String(320), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("next_try_at", _INSTANT),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("lease_until", _INSTANT),
        sa.Column("last_code", sa.Integer),
        sa.Column("last_text", sa.String, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("settled_at", _INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name="fk_outbox_edition_id"),
        sa.UniqueConstraint("edition_id", "channel", "recipient", "kind", name="uq_outbox_once_each"),
        sa.UniqueConstraint("message_id", name="uq_outbox_message_id"),
    )
    op.create_index("ix_outbox_state_next_try_at", "outbox", ["state", "next_try_at"])


def _addressees() -> None:
    op.create_table(
        "suppression",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("recipient", sa.String(320), nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_suppression"),
        sa.UniqueConstraint("recipient", name="uq_suppression_recipient"),
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("episode", sa.String(300), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("next_try_at", _INSTANT),
        sa.Column("told_at", _INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint("episode", name="uq_notice_episode"),
        sa.UniqueConstraint("message_id", name="uq_notice_message_id"),
    )


def _clock_and_blobs() -> None:
    op.create_table(
        "tick",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("last_wall", _INSTANT, nullable=False),
        sa.Column("monotonic", sa.Float),
        sa.Column("boot_id", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tick"),
        sa.CheckConstraint("id = 1", name="ck_tick_one_row"),
    )
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_blob"),
    )
