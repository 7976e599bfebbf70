"""Who is invited to an event."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("by_invitation", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "event_invited",
        sa.Column("event", sa.String(16), primary_key=True),
        sa.Column("who", sa.String(32), primary_key=True, index=True),
        sa.Column("company", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("event_invited")
    op.drop_column("events", "by_invitation")
