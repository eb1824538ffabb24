"""Accounts with their sessions and tokens, and the jobs people ask for through page and API."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing there is touched."""
    _account()
    _session()
    _token()
    _job()


def downgrade() -> None:
    """Leave the ledger as 0002 had it."""
    for table in ("job", "token", "session", "account"):
        op.drop_table(table)


def _account() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("password", sa.String(300)),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(300)),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("disabled_at", _INSTANT),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", _INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("name", name="uq_account_name"),
        sa.UniqueConstraint("subject", name="uq_account_subject"),
    )


def _session() -> None:
    op.create_table(
        "session",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("seen_at", _INSTANT, nullable=False),
        sa.Column("expires_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_session"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_session_account_id"),
    )
    op.create_index("ix_session_account_id", "session", ["account_id"])


def _token() -> None:
    op.create_table(
        "token",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("expires_at", _INSTANT, nullable=False),
        sa.Column("used_at", _INSTANT),
        sa.Column("revoked_at", _INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_token_account_id"),
        sa.UniqueConstraint("sha256", name="uq_token_sha256"),
    )
    op.create_index("ix_token_account_id", "token", ["account_id"])


def _job() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("idem_key", sa.String(200)),
        sa.Column("request", sa.String, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("lease_until", _INSTANT),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("done", sa.Float, nullable=False),
        sa.Column("result", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("started_at", _INSTANT),
        sa.Column("ended_at", _INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
        sa.UniqueConstraint("name", name="uq_job_name"),
        sa.UniqueConstraint("actor", "idem_key", name="uq_job_once"),
    )
    op.create_index("ix_job_state_id", "job", ["state", "id"])
