"""年度报告审签、核对结果的说明、停用的规则，以及汇总的下属单位。"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report_signing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("head", "reviewer", "clerk", "phone")),
        *(sa.Column(name, sa.Date()) for name in ("filled_on", "reviewed_on", "issued_on")),
        sa.Column("note", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_report_signing"),
        sa.UniqueConstraint("year", name="uq_report_signing_year"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "finding_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("edition", "rule", "said", "reason")
        ),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding_answer"),
        sa.UniqueConstraint(
            *("year", "edition", "rule", "said"), name="uq_finding_answer_year_edition_rule_said"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "rule_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("switched_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rule_off"),
        sa.UniqueConstraint("rule", name="uq_rule_off_rule"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "subordinate_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_vertical", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subordinate_unit"),
        sa.UniqueConstraint("name", name="uq_subordinate_unit_name"),
        sqlite_autoincrement=True,
    )
