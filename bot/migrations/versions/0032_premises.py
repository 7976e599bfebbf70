"""Vacant premises, and searches that people keep."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "premises",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("area", sa.String(64), nullable=False),
        sa.Column("address", sa.String(200), nullable=False),
        sa.Column("least", sa.Integer, nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("price", sa.String(16), nullable=False),
        sa.Column("free_from", sa.Date),
        sa.Column("contact", sa.String(200), nullable=False),
        sa.Column("contact_person", sa.String(32)),
        sa.Column("by", sa.String(32), index=True),
        sa.Column("company", sa.String(16), index=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
    )
    op.create_table(
        "premises_searches",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), nullable=False, index=True),
        sa.Column("wanted", sa.String(150), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "premises_told",
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("premises", sa.String(16), primary_key=True, index=True),
    )


def downgrade() -> None:
    op.drop_table("premises_told")
    op.drop_table("premises_searches")
    op.drop_table("premises")
