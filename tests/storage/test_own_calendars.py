"""The holiday notices that a user of this computer has added."""

import os
import re
import stat
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.rules.working_days import CalendarMissing, DayKind
from disclosure_desk.storage import own_calendars
from disclosure_desk.storage.own_calendars import (
    calendar_in_use,
    forget_notice,
    keep_notice,
    notice_text,
    own_notices,
    read_notice_file,
)

CASES = Path(__file__).parents[1] / "cases" / "notices"
TEXT_2026 = (CASES / "2026.txt").read_text(encoding="utf-8")

# An invented notice: the real one for 2027 is not written here.
TEXT_2027 = """国务院办公厅关于2027年部分节假日安排的通知
测发明电〔2026〕9号
　　现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：2026年12月31日至2027年1月2日放假调休，共3天。1月3日（周日）上班。
　　二、春节：2月5日（周五）至12日（周五）放假调休，共8天。2月13日（周六）、14日（周日）上班。
　　三、清明节：4月5日（周一）放假，与周末连休。
　　四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
　　五、端午节：6月9日（周三）放假，共1天。
　　六、中秋节：9月15日（周三）放假1天。
　　七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。
"""
AMENDING_2027 = "国务院办公厅关于延长2027年春节假期的通知\n延长2027年春节假期至2月13日（星期六）。"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own on every system: where platformdirs looks on Linux, macOS, Windows."""
    home = tmp_path / "数据"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    if sys.platform != "linux":
        monkeypatch.setattr(
            own_calendars, "user_data_path", lambda *_, **__: home / "disclosure-desk"
        )
    return home / "disclosure-desk" / "calendars"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_without_own_notices_the_shipped_calendar_is_in_use(folder: Path) -> None:
    assert own_notices() == ()
    assert calendar_in_use().years == working_days().years
    assert not folder.exists()


def test_a_kept_notice_makes_its_year_known() -> None:
    notice = keep_notice(TEXT_2027)
    assert own_notices() == (notice,)
    calendar = calendar_in_use()
    assert calendar.after(date(2026, 12, 30), 1) == date(2027, 1, 3)
    assert calendar.day(date(2026, 12, 31)).kind is DayKind.HOLIDAY
    assert date(2026, 12, 31) in calendar.exchanged(2026)[0]
    assert calendar.day(date(2027, 10, 9)).source == "国务院办公厅关于2027年部分节假日安排的通知"


def test_the_text_of_a_notice_is_kept_with_it(folder: Path) -> None:
    odd = TEXT_2027.replace("\n", "\r\n") + '附："""反斜线\\、\x7f、\x00\ud800'
    keep_notice(odd)
    (content,) = files(folder).values()
    kept = tomllib.loads(content.decode("utf-8"))["text"]
    assert kept == odd.replace("\r\n", "\n").replace("\ud800", "?")


def test_keeping_the_same_notice_again_changes_nothing(folder: Path) -> None:
    keep_notice(TEXT_2027)
    before = (folder / "2027.toml").stat()
    keep_notice(TEXT_2027.replace("（", " （"))
    after = (folder / "2027.toml").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert list(files(folder)) == ["2027.toml"]


def test_a_later_notice_of_the_year_takes_the_place_of_the_earlier() -> None:
    keep_notice(TEXT_2027)
    keep_notice(TEXT_2027.replace("5月8日（周六）上班", "4月25日（周日）上班"))
    assert len(own_notices()) == 1
    calendar = calendar_in_use()
    assert calendar.counts(date(2027, 4, 25))
    assert not calendar.counts(date(2027, 5, 8))


def test_a_shipped_year_can_be_replaced() -> None:
    keep_notice(TEXT_2026.replace("5月9日（周六）上班", "4月26日（周日）上班"))
    assert calendar_in_use().counts(date(2026, 4, 26))
    assert not calendar_in_use().counts(date(2026, 5, 9))


def test_an_amending_notice_is_kept_beside_that_of_its_year(folder: Path) -> None:
    keep_notice(TEXT_2027)
    keep_notice(AMENDING_2027)
    keep_notice(AMENDING_2027)
    assert len(files(folder)) == 2
    assert calendar_in_use().day(date(2027, 2, 13)).kind is DayKind.HOLIDAY
    assert calendar_in_use().counts(date(2027, 2, 14))


def test_an_amending_notice_without_that_of_its_year_is_refused(folder: Path) -> None:
    with pytest.raises(Refusal, match="请先导入国务院办公厅关于2027年部分节假日安排的通知"):
        keep_notice(AMENDING_2027)
    assert not folder.exists()


def test_an_amending_notice_that_does_not_fit_is_refused() -> None:
    keep_notice(TEXT_2027)
    with pytest.raises(Refusal, match="对不上"):
        keep_notice("关于延长2027年春节假期的通知：延长2027年春节假期至2月1日。")
    assert len(own_notices()) == 1


def test_a_refused_text_leaves_what_was_kept(folder: Path) -> None:
    keep_notice(TEXT_2027)
    before = files(folder)
    with pytest.raises(Refusal, match="与日历不符"):
        keep_notice(TEXT_2027.replace("2月13日（周六）", "2月13日（周日）"))
    assert files(folder) == before


def test_a_forgotten_year_is_gone_with_what_amended_it(folder: Path) -> None:
    keep_notice(TEXT_2026)
    keep_notice(TEXT_2027)
    keep_notice(AMENDING_2027)
    assert forget_notice(2027)
    assert not forget_notice(2027)
    assert list(files(folder)) == ["2026.toml"]
    with pytest.raises(CalendarMissing):
        calendar_in_use().day(date(2027, 1, 4))


@pytest.mark.parametrize("content", [b"", b"year = 2027\n", b"\xff\xfe", b"{", b"year = 2026\n"])
def test_a_damaged_file_is_told_by_name_until_the_notice_is_imported_again(
    folder: Path, content: bytes
) -> None:
    notice = keep_notice(TEXT_2027)
    damaged = folder / "2027.toml"
    damaged.write_bytes(content)
    with pytest.raises(Fault, match=f"“{re.escape(str(damaged))}”已经损坏"):
        calendar_in_use()
    with pytest.raises(Fault, match="已经损坏"):
        keep_notice(TEXT_2026)
    keep_notice(TEXT_2027)
    assert own_notices() == (notice,)


def test_a_file_under_the_name_of_another_year_is_damaged(folder: Path) -> None:
    keep_notice(TEXT_2027)
    (folder / "2027.toml").rename(folder / "2028.toml")
    with pytest.raises(Fault, match=r"2028\.toml”已经损坏"):
        own_notices()


def test_a_file_left_by_a_write_that_was_cut_off_is_no_notice(folder: Path) -> None:
    keep_notice(TEXT_2027)
    (folder / "2028.77.new").write_text("year", encoding="utf-8")
    assert len(own_notices()) == 1


def test_a_folder_that_is_a_file_is_a_fault(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("", encoding="utf-8")
    with pytest.raises(Fault, match="读不了文件夹"):
        calendar_in_use()


def test_where_nothing_can_be_written_the_reason_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_notice(TEXT_2027)

    def full(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Fault, match=r"保存不了“.*2026\.toml”，磁盘已满"):
        keep_notice(TEXT_2026)
    assert list(files(folder)) == ["2027.toml"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_a_fault(folder: Path) -> None:
    keep_notice(TEXT_2027)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(Fault, match="没有权限"):
            keep_notice(TEXT_2026)
        with pytest.raises(Fault, match=r"删除不了.*没有权限"):
            forget_notice(2027)
    finally:
        folder.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_the_encodings_of_the_office(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(TEXT_2027.replace("\n", "\r\n").encode(encoding))
    assert notice_text(path) == TEXT_2027.replace("\n", "\r\n")
    assert read_notice_file(path).year == 2027


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "不是文本文件"),
        (b"\xff\xff\xff", "不是文本文件"),
        (b"\xff\xfe\x00", "不是文本文件"),
        (b" " * 200_001, "超过200 KB"),
    ],
)
def test_a_file_that_is_no_notice_text_is_a_fault(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "通知.doc"
    path.write_bytes(content)
    with pytest.raises(Fault, match=f"通知.doc”{reason}"):
        read_notice_file(path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("没有.txt", "找不到文件"), (".", "是文件夹"), ("a\0b", "找不到文件")],
)
def test_a_path_without_a_file_is_a_fault(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(Fault, match=reason):
        read_notice_file(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Fault, match="不是文件"):
        read_notice_file(tmp_path / "pipe")
