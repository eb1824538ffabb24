"""Where do migrations run? On the connection they are handed, in its transaction."""

from alembic import context

from bilan.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
