"""People, their questions, what is sent to a person, and what goes in and out once."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("scope", sa.String(64), nullable=False, index=True),
        sa.Column("at", MOMENT, nullable=False, index=True),
    )
    op.create_table(
        "identity",
        sa.Column("team_id", sa.String(32), primary_key=True),
        sa.Column("bot_id", sa.String(32), nullable=False),
        sa.Column("bot_user_id", sa.String(32), nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("language", sa.String(2)),
        sa.Column("role", sa.String(16), nullable=False),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("asker", sa.String(32), index=True),
        sa.Column("channel", sa.String(32)),
        sa.Column("thread", sa.String(32)),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("follows", sa.Text),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("entries", sa.JSON, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False, index=True),
        sa.Column("helpful", sa.Boolean),
    )
    op.create_table(
        "inquiries",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("question_id", sa.String(16), nullable=False, unique=True),
        sa.Column("asker", sa.String(32), index=True),
        sa.Column("channel", sa.String(32)),
        sa.Column("thread", sa.String(32)),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("reply", sa.Text),
        sa.Column("replied_by", sa.String(32)),
        sa.Column("replied_at", MOMENT),
    )
    op.create_table(
        "outgoing",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(255), nullable=False, unique=True),
        sa.Column("method", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False, index=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("parent", sa.String(255)),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("otherwise", sa.JSON),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due_at", sa.Float(53), nullable=False),
        sa.Column("lease_owner", sa.String(64)),
        sa.Column("lease_until", sa.Float(53), nullable=False),
        sa.Column("attempted_at", sa.Float(53)),
        sa.Column("lookups", sa.Integer, nullable=False),
        sa.Column("sent_to", sa.String(32)),
        sa.Column("ts", sa.String(32)),
        sa.Column("reason", sa.String(255)),
        sa.Column("finished_at", sa.Float(53)),
    )
    op.create_index("ix_outgoing_due", "outgoing", ["state", "priority", "id"])


def downgrade() -> None:
    for table in ("outgoing", "inquiries", "questions", "members", "identity", "claims"):
        op.drop_table(table)
