"""首页预备：打开单位时立即显示的今日事项。"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "foreseen",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("journal_id", sa.Integer(), nullable=False),
        sa.Column("unit_name", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_foreseen"),
    )
