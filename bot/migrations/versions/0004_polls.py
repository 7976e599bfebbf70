"""Pulse polls: who has answered and what was answered, apart."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "polls",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("question", sa.JSON, nullable=False),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("made_by", sa.String(32)),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("key", sa.String(128)),
        sa.Column("closed_at", MOMENT),
        sa.Column("turnout", sa.Integer),
        sa.Column("counts", sa.JSON),
        sa.Column("wall", sa.Integer, nullable=False),
    )
    op.create_table(
        "poll_roll",
        sa.Column("poll_id", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True, index=True),
        sa.Column("option", sa.Integer),
    )
    op.create_table(
        "poll_ballots",
        sa.Column("poll_id", sa.String(16), primary_key=True),
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("option", sa.Integer, nullable=False),
        sqlite_with_rowid=False,  # else SQLite would keep them in the order in which they came
    )


def downgrade() -> None:
    for table in ("poll_ballots", "poll_roll", "polls"):
        op.drop_table(table)
