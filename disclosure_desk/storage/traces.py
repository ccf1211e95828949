"""Leaves no trace in the office file of what was taken out of it."""

from sqlalchemy import text

from disclosure_desk.storage.database import Database
from disclosure_desk.storage.plain_faults import told_plainly


def wipe_traces(database: Database) -> bool:
    """Write the whole file anew, so that no page of it still holds what was deleted.

    False where another window reads the file at this moment: the log beside it keeps what was,
    until the last of them is closed. Backups are files of their own and are not touched.
    """
    with told_plainly(database.url):
        if database.path is None:
            server = database.engine.execution_options(isolation_level="AUTOCOMMIT")
            with server.connect() as connection:
                connection.execute(text("VACUUM (FULL)"))
            return True
        file = database.engine.raw_connection()
        try:
            cursor = file.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.execute("VACUUM")
            told = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.close()
        finally:
            file.close()
    return told is None or told[0] == 0
