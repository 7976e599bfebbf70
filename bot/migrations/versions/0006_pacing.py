"""What delivery needs to keep its pace and its order."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pace",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("rate", sa.Float, nullable=False),
        sa.Column("free_at", sa.Float, nullable=False),
        sa.Column("closed_until", sa.Float, nullable=False),
    )
    op.add_column("outgoing", sa.Column("line", sa.String(300)))
    op.add_column("outgoing", sa.Column("wanted_at", sa.Float, nullable=False, server_default="0"))
    op.add_column("outgoing", sa.Column("tried_at", sa.Float))
    op.execute("UPDATE outgoing SET wanted_at = coalesce(finished_at, due_at)")
    op.drop_index("ix_outgoing_channel", "outgoing")
    op.create_index("ix_outgoing_channel_state", "outgoing", ["channel", "state"])
    op.create_index("ix_outgoing_line_state", "outgoing", ["line", "state"])
    op.create_index("ix_outgoing_channel_finished_at", "outgoing", ["channel", "finished_at"])


def downgrade() -> None:
    op.drop_index("ix_outgoing_channel_finished_at", "outgoing")
    op.drop_index("ix_outgoing_line_state", "outgoing")
    op.drop_index("ix_outgoing_channel_state", "outgoing")
    op.create_index("ix_outgoing_channel", "outgoing", ["channel"])
    for name in ("tried_at", "wanted_at", "line"):
        op.drop_column("outgoing", name)
    op.drop_table("pace")
