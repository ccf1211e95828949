"""The file of a hand-over package: read back whole, and refused when anything about it is odd."""

import hashlib
import json
import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from disclosure_desk.commands.people import add_person
from disclosure_desk.commands.registers import add_record
from disclosure_desk.exchange import handover_package
from disclosure_desk.exchange.handing_over import hand_over
from disclosure_desk.exchange.handover_package import package_name, read_package, write_package
from disclosure_desk.faults import Fault, KnownError, Refusal
from disclosure_desk.storage.journal import Actor
from tests.commands.computers import Computer
from tests.commands.test_letters import make

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def office(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Computer]:
    """An office with a request and its letter."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    computer = Computer(Path(shutil.copy(founded_file, path)), 0)
    card = {
        "number": "2025-017",
        "received_on": date(2025, 6, 3),
        "received_via": "letter",
        "applicant_kind": "natural",
    }
    computer.do(lambda s: add_record(s, "request", card, today=date(2025, 9, 2)))
    make(computer.database, 1, "receipt", date(2025, 6, 3))
    yield computer
    computer.close()


@pytest.fixture(scope="module")
def parts(office: Computer, tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The parts of a sound package."""
    path = write_package(office.package(), tmp_path_factory.mktemp("sound") / "包.jjb")
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def written(parts: Parts, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def forged(parts: Parts, path: Path, forge: Callable[[dict[str, Any], Parts], None]) -> Path:
    """The package with something changed and every hash made to fit again."""
    made = dict(parts)
    head = json.loads(made.pop("package.json"))
    made.pop("seal")
    forge(head, made)
    for name in head["parts"]:
        if name in made:
            head["parts"][name] = hashlib.sha256(made[name]).hexdigest()
    text = json.dumps(head).encode()
    seal = hashlib.sha256(text).hexdigest().encode()
    return written({**made, "package.json": text, "seal": seal}, path)


def test_a_package_reads_back_as_it_was_made(office: Computer, tmp_path: Path) -> None:
    package = office.package()
    path = write_package(package, tmp_path / package_name(package))
    assert path.name.startswith("示例县科学技术局_交接包_全部_")
    read = read_package(path)
    assert (read.head, read.told, read.files) == (package.head, package.told, package.files)
    assert len(read.files) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name]


def test_a_package_takes_no_name_that_is_there(office: Computer, tmp_path: Path) -> None:
    first, _ = hand_over(office.database, office.actor, tmp_path / "包.jjb")
    second, _ = hand_over(office.database, office.actor, tmp_path / "包.jjb")
    assert (first.name, second.name) == ("包.jjb", "包-2.jjb")


def test_nothing_lies_where_who_may_not_write_wanted_a_package(
    founded_file: Path, tmp_path: Path
) -> None:
    computer = Computer(Path(shutil.copy(founded_file, tmp_path / "office.db")), 0)
    computer.do(lambda s: add_person(s, {"name": "林若溪", "role": "reviewer", "login": "lin"}))
    into = tmp_path / "U盘"
    into.mkdir()
    try:
        with pytest.raises(Refusal, match="不在在岗的人员名单里"):
            hand_over(computer.database, Actor("窗口", "窗口电脑"), into / "包.jjb")
    finally:
        computer.close()
    assert list(into.iterdir()) == []


def test_every_damaged_byte_is_found(parts: Parts, tmp_path: Path) -> None:
    whole = written(parts, tmp_path / "包.jjb").read_bytes()
    sound = read_package(tmp_path / "包.jjb")
    chance = random.Random(5)
    for number in range(150):
        damaged = bytearray(whole)
        place = chance.randrange(len(whole))
        if number % 3 == 0:
            damaged[place] ^= 1 << chance.randrange(8)
        elif number % 3 == 1:
            del damaged[place:]
        else:
            damaged[place : place + 64] = bytes(64)
        path = tmp_path / "坏.jjb"
        path.write_bytes(damaged)
        try:
            read = read_package(path)
        except KnownError:
            continue
        # A byte that says nothing, such as a date in the list of parts.
        assert (read.head, read.told, read.files) == (sound.head, sound.told, sound.files)


@pytest.mark.parametrize("part", ["records.jsonl", "package.json", "seal"])
def test_a_part_that_was_changed_or_left_out_is_found(
    parts: Parts, tmp_path: Path, part: str
) -> None:
    changed = {**parts, part: parts[part].replace(b"2", b"3")}
    with pytest.raises(KnownError, match=r"损坏|更新版本|不是交接包"):
        read_package(written(changed, tmp_path / "改.jjb"))
    without = {name: content for name, content in parts.items() if name != part}
    with pytest.raises(Fault, match=r"损坏|不是交接包"):
        read_package(written(without, tmp_path / "少.jjb"))


def test_a_part_that_was_slipped_in_is_found(parts: Parts, tmp_path: Path) -> None:
    for name in ("../../外面.txt", "/etc/passwd", "files/x"):
        with pytest.raises(Fault, match="损坏"):
            read_package(written({**parts, name: b"x"}, tmp_path / "多.jjb"))

        def slip(head: dict[str, Any], made: Parts, name: str = name) -> None:
            made[name] = b"x"
            head["parts"][name] = ""

        with pytest.raises(Fault, match="损坏"):
            read_package(forged(parts, tmp_path / "多.jjb", slip))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["多.jjb"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"request"', b'"person"'),
        (b'"received_on": "2025-06-03"', b'"received_on": "2025-06-33"'),
        (b'"received_on": "2025-06-03"', b'"received_on": 20250603'),
        (b'"received_via"', b'"finished_on"'),
        (b'"natural"', b'["natural"]'),
    ],
)
def test_records_that_no_program_of_this_kind_writes_are_refused(
    parts: Parts, tmp_path: Path, old: bytes, new: bytes
) -> None:
    def forge(_head: dict[str, Any], made: Parts) -> None:
        assert old in made["records.jsonl"]
        made["records.jsonl"] = made["records.jsonl"].replace(old, new)

    with pytest.raises(Fault, match="已经损坏或者被改动过"):
        read_package(forged(parts, tmp_path / "改.jjb", forge))


def test_a_file_that_is_not_what_its_name_says_is_refused(parts: Parts, tmp_path: Path) -> None:
    def forge(_head: dict[str, Any], made: Parts) -> None:
        (name,) = (one for one in made if one.startswith("files/"))
        made[name] = b"another letter"

    with pytest.raises(Fault, match="损坏"):
        read_package(forged(parts, tmp_path / "改.jjb", forge))


def test_a_newer_package_is_refused(parts: Parts, tmp_path: Path) -> None:
    for key, value in (("version", 2), ("revision", "9999")):
        path = forged(
            parts, tmp_path / "新.jjb", lambda head, _, k=key, v=value: head.update({k: v})
        )
        with pytest.raises(Refusal, match="由更新版本的程序制作"):
            read_package(path)


def test_a_packing_that_asks_for_much_memory_is_refused(parts: Parts, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "包.jjb", "w", zipfile.ZIP_LZMA) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(Fault, match="损坏"):
        read_package(tmp_path / "包.jjb")


def test_a_record_without_end_is_refused(
    parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover_package, "_LONGEST_LINE", 1_000_000)

    def forge(_head: dict[str, Any], made: Parts) -> None:
        made["records.jsonl"] = b"[" * 5_000_000

    with pytest.raises(Fault, match="损坏"):
        read_package(forged(parts, tmp_path / "长.jjb", forge))


def test_other_files_are_no_packages(office: Computer, tmp_path: Path) -> None:
    (tmp_path / "空.jjb").touch()
    (tmp_path / "字.jjb").write_text("不是交接包", encoding="utf-8")
    written({"a.txt": b"a"}, tmp_path / "压缩包.zip")
    for name in ("空.jjb", "字.jjb", "压缩包.zip", "没有.jjb"):
        with pytest.raises(Fault, match=f"“{name}”"):
            read_package(tmp_path / name)
    with pytest.raises(Fault, match="不是交接包"):
        read_package(office.path)
    with pytest.raises(Fault, match="它是文件夹"):
        read_package(tmp_path)


def test_what_unpacks_to_more_than_it_may_is_refused_unread(
    parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover_package, "_LARGEST_RECORDS", 1_000_000)
    monkeypatch.setattr(handover_package, "_LARGEST_FILE", 1_000_000)

    def blow_up(name: str) -> Callable[[dict[str, Any], Parts], None]:
        def forge(_head: dict[str, Any], made: Parts) -> None:
            (part,) = (one for one in made if one.startswith(name))
            made[part] = bytes(3_000_000)

        return forge

    for name in ("records", "files/"):
        path = forged(parts, tmp_path / "大.jjb", blow_up(name))
        assert path.stat().st_size < 100_000
        with pytest.raises(Fault, match="解开后太大"):
            read_package(path)
    monkeypatch.setattr(handover_package, "_LARGEST_WHOLE", 100)
    with pytest.raises(Fault, match="解开后太大"):
        read_package(written(parts, tmp_path / "包.jjb"))
