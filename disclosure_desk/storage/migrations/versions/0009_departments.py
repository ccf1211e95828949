"""科室的联络员、电话、顺序和停用日期；单位的统一社会信用代码和索引号格式。"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("credit_code", "index_pattern"):
        op.add_column("office", sa.Column(name, sa.Text(), nullable=True))
    for name in ("liaison", "phone"):
        op.add_column("department", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("department", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("department", sa.Column("out_of_use_since", sa.Date(), nullable=True))
