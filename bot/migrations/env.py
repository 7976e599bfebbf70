"""How Alembic reaches the database."""

from alembic import context

connection = context.config.attributes["connection"]
metadata = None
if connection is None:  # `alembic revision`: compare with the database of the settings
    import sqlalchemy as sa

    import bot.app  # noqa: F401  every table is known after this
    from bot.core.db import Base
    from bot.core.settings import Settings

    connection = sa.create_engine(Settings.read().database_url).connect()
    metadata = Base.metadata

context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
