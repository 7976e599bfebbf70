"""One guest each where that is allowed; thanks, material and two questions after an event."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("plus_one", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("events", sa.Column("material", sa.String(500), nullable=False, server_default=""))
    op.add_column("event_answers", sa.Column("guests", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "event_pulse",
        sa.Column("event", sa.String(16), primary_key=True),
        sa.Column("question", sa.String(8), primary_key=True),
        sa.Column("answer", sa.String(8), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "event_pulse_given",
        sa.Column("event", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True, index=True),
        sa.Column("question", sa.String(8), primary_key=True),
    )


def downgrade() -> None:
    op.drop_table("event_pulse_given")
    op.drop_table("event_pulse")
    op.drop_column("event_answers", "guests")
    op.drop_column("events", "material")
    op.drop_column("events", "plus_one")
