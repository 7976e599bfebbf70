"""What one is reminded of can be chosen, for an event and by a person."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

USUAL = '["before", "morning", "channel"]'


def upgrade() -> None:
    op.add_column("events", sa.Column("reminders", sa.JSON, nullable=False, server_default=USUAL))
    op.create_table(
        "event_wishes",
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("reminders", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("event_wishes")
    op.drop_column("events", "reminders")
