"""建立登记簿：单位、科室、主动公开、依申请公开、复议诉讼、数据填报、报告文字、日志、检索。"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

EXACT_DECIMAL = sa.Text().with_variant(sa.Numeric(), "postgresql")
SEARCHED = ("publication", "request", "dispute")


def upgrade() -> None:
    _make_registers()
    _make_search_index()


def _make_registers() -> None:
    op.create_table(
        "department",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_department"),
        sa.UniqueConstraint("name", name="uq_department_name"),
    )
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("request_number", sa.Text(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("joint_defendant_only", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_dispute"),
        sa.UniqueConstraint("number", name="uq_dispute_number"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_dispute_concluded_on_kind", "dispute", ["concluded_on", "kind"], unique=False
    )
    op.create_index("ix_dispute_request_number", "dispute", ["request_number"], unique=False)
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("computer", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
    )
    op.create_index("ix_journal_kind_record_id", "journal", ["kind", "record_id"], unique=False)
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=True),
        sa.Column("clerk", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_office"),
    )
    op.create_table(
        "report_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_text"),
        sa.UniqueConstraint("year", "chapter", name="uq_report_text_year_chapter"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "indicator_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("amount", EXACT_DECIMAL, nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_indicator_entry_department_id_department"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_indicator_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_indicator_entry_indicator_dated_on",
        "indicator_entry",
        ["indicator", "dated_on"],
        unique=False,
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("index_number", sa.Text(), nullable=True),
        sa.Column("document_number", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("document_kind", sa.Text(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("channels", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("repealed_on", sa.Date(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("secrecy_reviewer", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("channel_mask", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_publication_department_id_department"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_publication"),
        sa.UniqueConstraint("number", name="uq_publication_number"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_publication_document_kind_made_on",
        "publication",
        ["document_kind", "made_on"],
        unique=False,
    )
    op.create_index(
        "ix_publication_published_on_document_kind_channel_mask",
        "publication",
        ["published_on", "document_kind", "channel_mask"],
        unique=False,
    )
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_via", sa.Text(), nullable=False),
        sa.Column("applicant_kind", sa.Text(), nullable=False),
        sa.Column("applicant_name", sa.Text(), nullable=True),
        sa.Column("id_number", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("delivery_wanted", sa.Text(), nullable=True),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("extended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_request_department_id_department"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.UniqueConstraint("number", name="uq_request_number"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_request_ended",
        "request",
        [
            *("applicant_kind", "outcome", "finished_on", "received_on"),
            *("received_via", "extended_on"),
        ],
        unique=False,
    )
    op.create_index("ix_request_received", "request", ["received_on"], unique=False)
    op.create_table(
        "request_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("extension_workdays", sa.Integer(), nullable=True),
        sa.Column("fee_yuan", EXACT_DECIMAL, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reply_number", sa.Text(), nullable=True),
        sa.Column("delivery_way", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_request_event_request_id_request"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_request_event"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_request_event_fee_paid",
        "request_event",
        ["happened_on"],
        unique=False,
        sqlite_where=sa.text("kind = 'fee_paid'"),
        postgresql_where=sa.text("kind = 'fee_paid'"),
    )
    op.create_index("ix_request_event_request_id", "request_event", ["request_id"], unique=False)


def _make_search_index() -> None:
    for table in SEARCHED:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"CREATE VIRTUAL TABLE search_{table} USING fts5("
                "grams, detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0')"
            )
        else:
            op.execute(
                f"CREATE TABLE search_{table} (id INTEGER PRIMARY KEY, grams TSVECTOR NOT NULL)"
            )
            op.execute(f"CREATE INDEX ix_search_{table} ON search_{table} USING GIN (grams)")
