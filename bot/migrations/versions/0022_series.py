"""Events that come again by a rule."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_series",
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("id", sa.String(16), primary_key=True),
    )
    op.add_column("events", sa.Column("series", sa.String(16)))
    op.add_column("events", sa.Column("slot", sa.DateTime(timezone=True)))
    op.add_column("events", sa.Column("alone", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("ix_events_series", "events", ["series"])


def downgrade() -> None:
    op.drop_index("ix_events_series", "events")
    for name in ("series", "slot", "alone"):
        op.drop_column("events", name)
    op.drop_table("event_series")
