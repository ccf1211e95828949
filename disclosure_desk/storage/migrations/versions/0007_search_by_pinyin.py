"""查找目录：清空，由程序按拼音首字母和繁简体重新编制。"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_SEARCHED = ("publication", "request", "dispute")


def upgrade() -> None:
    for table in _SEARCHED:
        if op.get_bind().dialect.name == "sqlite":
            # Made anew: emptied row by row it would take minutes.
            op.execute(f"DROP TABLE search_{table}")
            op.execute(
                f"CREATE VIRTUAL TABLE search_{table} USING fts5("
                "grams, detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0')"
            )
        else:
            op.execute(f"TRUNCATE TABLE search_{table}")
