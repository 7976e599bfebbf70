"""Who people are, what they want to receive, and what is due."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("company", sa.String(120), nullable=False, server_default=""))
        members.add_column(sa.Column("areas", sa.JSON, nullable=False, server_default="[]"))
        members.add_column(sa.Column("muted", sa.JSON, nullable=False, server_default="[]"))
        members.add_column(sa.Column("standing", sa.String(16)))
        members.add_column(sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()))
        members.add_column(sa.Column("welcomed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", MOMENT, nullable=False, index=True),
        sa.Column("who", sa.String(32), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("detail", sa.String(255), nullable=False),
    )
    op.create_table("open_channels", sa.Column("channel", sa.String(32), primary_key=True))
    op.create_table(
        "due_work",
        sa.Column("kind", sa.String(32), primary_key=True),
        sa.Column("subject", sa.String(64), primary_key=True),
        sa.Column("due_at", MOMENT, nullable=False, index=True),
        sa.Column("not_before", sa.Float(53), nullable=False),
    )
    op.create_table(
        "pushes",
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("planned_at", MOMENT),
        sa.Column("why", sa.String(16), nullable=False),
    )
    op.create_index("ix_pushes_person_day", "pushes", ["person", "day"])


def downgrade() -> None:
    for table in ("pushes", "due_work", "open_channels", "audit"):
        op.drop_table(table)
    with op.batch_alter_table("members") as members:
        for column in ("welcomed", "active", "standing", "muted", "areas", "company"):
            members.drop_column(column)
