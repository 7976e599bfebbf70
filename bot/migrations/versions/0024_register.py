"""What the public register says of companies, which company here is which of it, and what companies say themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "register_units",
        sa.Column("number", sa.String(9), primary_key=True),
        sa.Column("form", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("trade", sa.String(200), nullable=False),
        sa.Column("employees", sa.Integer),
        sa.Column("street", sa.String(120), nullable=False),
        sa.Column("postal_code", sa.String(16), nullable=False, index=True),
        sa.Column("city", sa.String(80), nullable=False),
        sa.Column("municipality", sa.String(4), nullable=False),
        sa.Column("parent", sa.String(9), nullable=False),
        sa.Column("place", sa.String(140), nullable=False, index=True),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "register_feeds",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("position", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "register_fills",
        sa.Column("municipality", sa.String(4), primary_key=True),
        sa.Column("left", sa.JSON, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
    )
    op.create_table(
        "company_links",
        sa.Column("company", sa.String(16), primary_key=True),
        sa.Column("number", sa.String(9), nullable=False, unique=True),
        sa.Column("linked_by", sa.String(32), index=True),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "company_facts",
        sa.Column("company", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("told_by", sa.String(32), index=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "company_places",
        sa.Column("place", sa.String(140), primary_key=True),
        sa.Column("area", sa.String(64), nullable=False),
    )
    op.add_column("companies", sa.Column("derived", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("members", sa.Column("contact", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("members", "contact")
    op.drop_column("companies", "derived")
    for table in (
        "company_places",
        "company_facts",
        "company_links",
        "register_fills",
        "register_feeds",
        "register_units",
    ):
        op.drop_table(table)
