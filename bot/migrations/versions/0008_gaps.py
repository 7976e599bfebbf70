"""Why a thumb points down, what settled a question, and what the staff answered to gaps."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("questions", sa.Column("reason", sa.String(16)))
    op.add_column("questions", sa.Column("remark", sa.Text, nullable=False, server_default=""))
    op.add_column("questions", sa.Column("settled_by", sa.String(120)))


def downgrade() -> None:
    for name in ("settled_by", "remark", "reason"):
        op.drop_column("questions", name)
