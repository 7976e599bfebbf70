"""Drafts of events, their kinds, and what can be told of them besides."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

WORDS = {"kind": 16, "host": 100, "contact": 200, "area": 64, "invited": 200}


def upgrade() -> None:
    op.add_column("events", sa.Column("draft", sa.Boolean, nullable=False, server_default=sa.false()))
    for name, longest in WORDS.items():
        op.add_column("events", sa.Column(name, sa.String(longest), nullable=False, server_default=""))
    op.add_column("events", sa.Column("programme", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("events", sa.Column("deadline", sa.DateTime(timezone=True)))


def downgrade() -> None:
    for name in ("deadline", "programme", *reversed(WORDS), "draft"):
        op.drop_column("events", name)
