"""Every row of the ledger has a day, so that all are removed in time; an event's wall can be tried again."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM event_answers WHERE person IN (SELECT id FROM members WHERE NOT active)")
    op.add_column("events", sa.Column("wall", sa.Integer, nullable=False, server_default="1"))
    op.execute("UPDATE pushes SET day = CURRENT_DATE WHERE day IS NULL")


def downgrade() -> None:
    op.drop_column("events", "wall")
