"""依申请公开：步骤的批准人、理由、经办人等，原申请编号和代理人；单位的复议机关和法院；文书。"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

EXACT_DECIMAL = sa.Text().with_variant(sa.Numeric(), "postgresql")
_TEXTS = {
    "office": ("letter_code", "reconsideration_organ", "court"),
    "request": ("agent", "repeats_number"),
    "request_event": (
        *("consulted", "addressee", "opinion", "approved_by", "reason", "late_reason"),
        *("tracking_number", "letter_number", "person"),
    ),
}
_REOPENED = sa.text("kind = 'reopening'")


def upgrade() -> None:
    for table, names in _TEXTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    for name in ("answer_by", "reached_on", "signed_on", "due_on"):
        op.add_column("request_event", sa.Column(name, sa.Date(), nullable=True))
    for name in ("charged_items", "charged_pages"):
        op.add_column("request_event", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("request_event", sa.Column("charged_yuan", EXACT_DECIMAL, nullable=True))
    op.create_index(
        "ix_request_event_reopening",
        "request_event",
        ["request_id"],
        unique=False,
        sqlite_where=_REOPENED,
        postgresql_where=_REOPENED,
    )
    _make_letters()


def _make_letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("series", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_letter_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("series", "year", "sequence", name="uq_letter_series_year_sequence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letter_request_id", "letter", ["request_id"], unique=False)
    op.create_table(
        "letter_file",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name="fk_letter_file_letter_id_letter"
        ),
        sa.PrimaryKeyConstraint("letter_id", name="pk_letter_file"),
    )
