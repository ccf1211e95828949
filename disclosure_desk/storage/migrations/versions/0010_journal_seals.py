"""日志逐条封存：每条的校验值接着前一条的算，最新的一个另存一份；以前的日志补算。"""

import sqlalchemy as sa
from alembic import op

from disclosure_desk.storage.journal_seal import End, seal_lines

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("journal_seal", "journal_end"):
        op.create_table(
            name,
            sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("seal", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("line", name=f"pk_{name}"),
        )
    # Not frozen here: how a line is sealed can never change, the chains of all files rest on it.
    seal_lines(op.get_bind(), End(0, 0, ""))
