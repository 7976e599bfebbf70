"""Kinds of announcements, why one is urgent, and what is attached to one."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("kind", sa.String(8), nullable=False, server_default="news"))
    op.add_column("broadcasts", sa.Column("reason", sa.String(200), nullable=False, server_default=""))
    op.add_column("broadcasts", sa.Column("attached", sa.String(40), nullable=False, server_default=""))


def downgrade() -> None:
    for name in ("attached", "reason", "kind"):
        op.drop_column("broadcasts", name)
