"""Whom an announcement is for, and segments that are kept with a name."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("segment", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("broadcasts", sa.Column("audience", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "broadcast_segments",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(60), nullable=False, unique=True),
        sa.Column("chosen", sa.JSON, nullable=False),
        sa.Column("by", sa.String(32), nullable=False, index=True),
    )


def downgrade() -> None:
    op.drop_table("broadcast_segments")
    op.drop_column("broadcasts", "audience")
    op.drop_column("broadcasts", "segment")
