"""日志：一并登记的多条记录可以只记一行。"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal", sa.Column("last_id", sa.Integer(), nullable=True))
    op.create_index(
        "ix_journal_entered_together",
        "journal",
        ["kind", "record_id", "last_id"],
        unique=False,
        sqlite_where=sa.text("last_id IS NOT NULL"),
        postgresql_where=sa.text("last_id IS NOT NULL"),
    )
