"""Run by Alembic: applies the steps on the connection given by `memcon.store.migrate`, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
