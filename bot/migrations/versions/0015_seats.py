"""Waiting lists, confirmed seats after a move, and who was there."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("event_answers", sa.Column("turn", sa.Integer))
    op.add_column("event_answers", sa.Column("offered_until", sa.DateTime(timezone=True)))
    op.add_column("event_answers", sa.Column("confirmed", sa.Integer, nullable=False, server_default="0"))
    op.add_column("event_answers", sa.Column("attended", sa.Boolean))
    op.execute("UPDATE event_answers SET confirmed = heard")


def downgrade() -> None:
    for column in ("attended", "confirmed", "offered_until", "turn"):
        op.drop_column("event_answers", column)
