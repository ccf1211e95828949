"""单位自己的文书代字。"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("letter_series", sa.Text(), nullable=True))
