"""Keeps an office file as it was before it is brought up to the newest version."""

from pathlib import Path

from disclosure_desk.faults import Fault
from disclosure_desk.storage.file_connections import key_behind
from disclosure_desk.storage.file_content import write_copy
from disclosure_desk.storage.fresh_file import fresh_file, told_written
from disclosure_desk.storage.looking import condition_of, looking, told_of


def copy_before_migration(path: Path | None, revision: str) -> None:
    """Keep the file as it was, beside it; servers are backed up by their administrator.

    The copy is read back before the file itself is touched, and never takes the place of an
    earlier one. Raises Fault where it cannot be made: then the file stays of its version.
    """
    if path is None:
        return
    name = f"{path.stem}.升级前-{revision}{path.suffix}"
    with told_of(path), looking(path) as office, fresh_file(path.parent, name) as fresh:
        with told_written(fresh.path, path):
            write_copy(office, fresh.unfinished, key_behind(office))
        with told_of(fresh.path), looking(fresh.unfinished) as copy:
            found = condition_of(copy)
        if found.kind == "damaged":
            raise Fault(
                f"升级前留下的副本“{fresh.path}”读回来不完好，没有升级，请检查磁盘，或用备份恢复。"
            )
