"""编号、文号按数字的大小排列。"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_NUMBERED = (
    ("publication", "number"),
    ("publication", "document_number"),
    ("request", "number"),
    ("dispute", "number"),
)


def upgrade() -> None:
    for table, column in _NUMBERED:
        head = f"rtrim({column}, '0123456789号')"
        filling = f"substr('00000000', length({column}) - length({head}) + 1)"
        order = f"({head} || {filling} || substr({column}, length({head}) + 1))"
        op.create_index(f"ix_{table}_{column}_order", table, [sa.text(order)])
