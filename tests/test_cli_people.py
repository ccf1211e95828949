"""The call `people`, and what a role means to the other calls."""

from pathlib import Path

import pytest

from disclosure_desk.storage.journal import Actor
from tests.calls import Answer, call


@pytest.fixture
def db(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "office.db"
    assert call(capsys, "new", "--db", path, "--unit", "示例县水利局").status == 0
    return path


def as_user(monkeypatch: pytest.MonkeyPatch, login: str) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: login)
    assert Actor.of_this_computer().name == login


def test_people_are_entered_listed_and_ended(
    db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def people(*words: str) -> Answer:
        return call(capsys, "people", *words, "--db", db)

    as_user(monkeypatch, "wangfang")
    assert people().out == "还没有登记人员，打开的人可以做全部操作。\n"
    first = people("add", "--name", "王芳", "--role", "复核人", "--login", "wangfang")
    assert first.status == 0
    told = ("--role", "经办人", "--from", "2025-01-02", "--login", "linzx")
    assert people("add", "--name", "林知夏", *told).status == 0
    assert people("end", "--name", "林知夏", "--until", "2025-06-30").status == 0
    ended = people("list", "--json").json["people"][1]
    assert ended == {
        "name": "林知夏",
        "role": "经办人",
        "login": "linzx",
        "from": "2025-01-02",
        "until": "2025-06-30",
        "active": False,
    }
    for words, sentence in (
        (("end", "--name", "赵一"), "没有“赵一”"),
        (("add", "--role", "经办人"), "缺少“--name”"),
        (("add", "--name", "赵一", "--role", "局长"), "请选择角色"),
        (("add", "--name", "赵一", "--role", "只读", "--from", "昨天"), "不是日期"),
        (("add", "--name", "赵一", "--role", "只读", "--from", "20250301"), "不是日期"),
        (("add", "--name", "赵一", "--role", "只读", "--from", ""), "“--from”的“”不是日期"),
        (("end", "--name", "王芳", "--until", "2025-W01-1"), "不是日期"),
        (("remove",), "没有“people remove”"),
    ):
        refused = people(*words)
        assert (refused.status, sentence in refused.err) == (2, True)


def test_a_reader_and_a_clerk_are_refused_by_the_calls_too(
    db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    as_user(monkeypatch, "wangfang")
    for name, role, login in (
        ("王芳", "复核人", "wangfang"),
        ("林知夏", "经办人", "linzx"),
        ("李明", "只读", "liming"),
    ):
        told = ("--name", name, "--role", role, "--login", login)
        assert call(capsys, "people", "add", "--db", db, *told).status == 0
    closing = ("close", "--db", db, "--year", "2023", "--reason", "审定")
    as_user(monkeypatch, "linzx")
    refused = call(capsys, *closing)
    assert (refused.status, refused.out) == (2, "")
    assert "“林知夏”的角色是经办人，不能审核、签发和重新开放年度" in refused.err
    as_user(monkeypatch, "liming")
    assert "角色是只读，只能查看" in call(capsys, *closing).err
    assert call(capsys, "table", "--db", db, "--year", "2024").status == 0
    as_user(monkeypatch, "wangfang")
    assert call(capsys, *closing).status == 0


def test_of_several_who_share_a_login_one_is_named(
    db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, "office")
    for name, role in (("王芳", "复核人"), ("林知夏", "经办人")):
        told = ("--name", name, "--role", role, "--login", "office", "--db", db)
        monkeypatch.setenv("DISCLOSURE_DESK_PERSON", "王芳" if role == "经办人" else "")
        assert call(capsys, "people", "add", *told).status == 0
    monkeypatch.delenv("DISCLOSURE_DESK_PERSON")
    close = ("close", "--db", db, "--year", "2025", "--reason", "签发")
    refused = call(capsys, *close)
    assert (refused.status, "DISCLOSURE_DESK_PERSON" in refused.err) == (2, True)
    monkeypatch.setenv("DISCLOSURE_DESK_PERSON", "林知夏")
    assert "经办人" in call(capsys, *close).err
    monkeypatch.setenv("DISCLOSURE_DESK_PERSON", "王芳")
    assert call(capsys, *close).status == 0
