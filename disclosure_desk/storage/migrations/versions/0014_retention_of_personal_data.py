"""个人信息保存期限：到期后清除申请人的个人信息，日志保持完整。"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("retention_years", sa.Integer(), nullable=True))
    op.add_column("request", sa.Column("anonymised_on", sa.Date(), nullable=True))
    op.create_table(
        "journal_blot",
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("line", name="pk_journal_blot"),
    )
