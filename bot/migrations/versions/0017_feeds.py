"""A calendar address for each member who wants one, and events that everybody may see."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("public", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "event_feeds",
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("hashed", sa.String(64), nullable=False, index=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("event_feeds")
    op.drop_column("events", "public")
