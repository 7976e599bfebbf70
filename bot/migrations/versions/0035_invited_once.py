"""Who is invited to one event of a series alone, or left out of one alone."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("event_invited", sa.Column("once", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute("UPDATE event_invited SET once = true WHERE state IN ('asked', 'declined')")


def downgrade() -> None:
    op.execute("DELETE FROM event_invited WHERE state = 'left out'")
    op.drop_column("event_invited", "once")
