"""撤销和回收站：日志里哪几行是同一次操作，已删除的登记，以及拿掉的文书草稿。"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_REMOVED = sa.text("after IS NULL")


def upgrade() -> None:
    op.create_table(
        "journal_change",
        sa.Column("first_line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("first_line", name="pk_journal_change"),
    )
    op.create_table(
        "letter_aside",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kept_until", sa.Date(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_letter_aside"),
    )
    op.create_index(
        "ix_journal_removed",
        "journal",
        ["kind", "record_id"],
        unique=False,
        sqlite_where=_REMOVED,
        postgresql_where=_REMOVED,
    )
