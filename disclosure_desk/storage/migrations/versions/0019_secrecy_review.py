"""保密审查的日期和结论。"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("publication", sa.Column("secrecy_reviewed_on", sa.Date(), nullable=True))
    op.add_column("publication", sa.Column("secrecy_result", sa.Text(), nullable=True))
