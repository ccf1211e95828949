"""人员名单、要复核的内容和复核记录。"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("login", sa.Text()),
        sa.Column("active_from", sa.Date(), nullable=False),
        sa.Column("active_until", sa.Date()),
        sa.Column("note", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name", name="uq_person_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "confirmation_wanted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation_wanted"),
        sa.UniqueConstraint("kind", name="uq_confirmation_wanted_kind"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=False), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_confirmation_record", "confirmation", ["kind", "record_id"])
    op.create_index(
        "ix_confirmation_standing",
        "confirmation",
        ["kind", "record_id", "verdict"],
        sqlite_where=sa.text("stands"),
        postgresql_where=sa.text("stands"),
    )
