"""How often a message was sent and never found."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outgoing", sa.Column("tries", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("outgoing", "tries")
