"""Nobody reads how often an announcement was tried out; a later step takes the column away.

Until then it has a default, for versions that do not know it; SQLite can give one only to a column that is made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE broadcasts DROP COLUMN tests")
    op.add_column("broadcasts", sa.Column("tests", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Older versions fill it in themselves."""
