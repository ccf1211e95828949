"""年度签发：签发的数字和名单、重新开放，以及启用前一年已公布的结转数。"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_IN_FORCE = sa.text("reopened_on IS NULL")
_COLUMNS = ("natural", "business", "research", "public_welfare", "legal_service", "other")


def upgrade() -> None:
    op.create_table(
        "closed_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("computer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("reopened_by", sa.Text(), nullable=True),
        sa.Column("reopening_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_closed_year"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_closed_year_in_force",
        "closed_year",
        ["year"],
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    )
    op.create_table(
        "closed_year_content",
        sa.Column("closed_year_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["closed_year_id"],
            ["closed_year.id"],
            name="fk_closed_year_content_closed_year_id_closed_year",
        ),
        sa.PrimaryKeyConstraint("closed_year_id", name="pk_closed_year_content"),
    )
    op.create_table(
        "published_carry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COLUMNS),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_published_carry"),
        sa.UniqueConstraint("year", name="uq_published_carry_year"),
        sqlite_autoincrement=True,
    )
