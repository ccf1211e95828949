"""已公布的报告取作当年签发的数字。"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("closed_year", sa.Column("taken_from", sa.Text(), nullable=True))
