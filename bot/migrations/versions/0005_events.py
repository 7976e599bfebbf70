"""Events and who comes to them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("by", sa.String(32), index=True),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False, index=True),
        sa.Column("ends_at", MOMENT, nullable=False, index=True),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("capacity", sa.Integer),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("moves", sa.Integer, nullable=False),
        sa.Column("moved_from", MOMENT),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sa.Column("posted", sa.Boolean, nullable=False),
    )
    op.create_table(
        "event_answers",
        sa.Column("event", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True, index=True),
        sa.Column("choice", sa.String(8), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("heard", sa.Integer, nullable=False),
        sa.Column("planned", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("event_answers")
    op.drop_table("events")
