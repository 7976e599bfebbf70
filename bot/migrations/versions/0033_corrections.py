"""Announcements are corrected and taken back, and a high rate of errors that somebody accepted is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("version", sa.Integer, nullable=False, server_default="0"))
    op.add_column("broadcasts", sa.Column("forgiven", sa.Integer, nullable=False, server_default="0"))
    op.add_column("broadcast_receivers", sa.Column("version", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("broadcast_receivers", "version")
    op.drop_column("broadcasts", "forgiven")
    op.drop_column("broadcasts", "version")
