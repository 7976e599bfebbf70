"""What is seen from outside: when a message was due, which request wrote it, and the figures of each day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outgoing", sa.Column("request", sa.String(16)))
    op.create_table(
        "day_figures",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Float(53), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("day_figures")
    with op.batch_alter_table("outgoing") as outgoing:
        outgoing.drop_column("request")
