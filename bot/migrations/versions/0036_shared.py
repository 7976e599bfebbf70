"""What was changed of one event of a series alone, as it is in the others."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("shared", sa.JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("events", "shared")
