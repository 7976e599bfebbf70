"""Announcements that a second person approves, where an administrator has switched that on."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("changed_by", sa.String(32), nullable=False, server_default=""))
    op.create_table("broadcast_rules", sa.Column("name", sa.String(16), primary_key=True))


def downgrade() -> None:
    op.drop_table("broadcast_rules")
    op.drop_column("broadcasts", "changed_by")
