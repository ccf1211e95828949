"""`letter` on the sample office: drafts, final letters, and what is refused in one sentence."""

import argparse
from pathlib import Path

import pytest
from docx import Document

from disclosure_desk.cli.letters import add_field_option, fields_given
from disclosure_desk.faults import Refusal
from tests.calls import Answer, call

Capture = pytest.CaptureFixture[str]


def letter(capsys: Capture, db: Path, number: str, kind: str, out: Path, *more: str) -> Answer:
    words = ("--db", db, "--request", number, "--kind", kind, "--out", out)
    return call(capsys, "letter", *words, *more)


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_reply_of_an_outcome_is_written_from_the_record(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "答复.docx"
    answer = letter(capsys, sample, "2024-001", "答复书", out, "--json")
    assert answer.status == 0
    assert answer.json["file"] == str(out)
    assert answer.json["final"] is False
    assert answer.json["missing"] == []
    text = text_of(out)
    assert "2024年1月15日" in text
    assert "示例县人民政府" in text
    assert "【" not in text


def test_a_final_letter_has_its_number_and_becomes_a_step(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "回执.docx"
    words = ("2025-012", "登记回执", out, "--final", "--on", "2025-12-22", "--json")
    told = letter(capsys, sample, *words).json
    assert told["final"] is True
    assert told["number"] == "示科公开回〔2025〕1号"
    assert told["number"] in text_of(out)
    again = letter(capsys, sample, *words)
    assert again.status == 2


def test_a_draft_says_what_it_lacks(sample: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "延期.docx"
    answer = letter(capsys, sample, "2025-012", "延期答复告知书", out)
    assert answer.status == 0
    assert "草稿" in answer.out
    assert "延期理由" in answer.out
    assert "【延期理由】" in text_of(out)
    final = letter(capsys, sample, "2025-012", "延期答复告知书", tmp_path / "新.docx", "--final")
    assert (final.status, final.out) == (2, "")
    assert not (tmp_path / "新.docx").exists()


@pytest.mark.parametrize(
    ("number", "kind", "out", "more"),
    [
        ("2024-999", "答复书", "a.docx", ()),
        ("2024-001", "情书", "a.docx", ()),
        ("2025-012", "答复书", "a.docx", ()),  # no outcome yet
        ("2024-001", "答复书", "nowhere/a.docx", ()),
        ("2024-001", "答复书", "a.docx", ("--on", "2024-02-30")),
        ("2024-001", "答复书", "a.docx", ("--templates", "nowhere")),
        ("", "答复书", "a.docx", ()),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_sentence(
    number: str, kind: str, out: str, more: tuple[str, ...], sample: Path, tmp_path: Path,
    capsys: Capture,
) -> None:  # fmt: skip
    (tmp_path / "out").mkdir()
    answer = letter(capsys, sample, number, kind, tmp_path / "out" / out, *more)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert list((tmp_path / "out").iterdir()) == []


def test_a_repeated_request_of_the_sample_has_the_number_of_the_first(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "重复.docx"
    answer = letter(capsys, sample, "2025-002", "答复书", out, "--final", "--json")
    assert answer.json["missing"] == []
    assert "申请编号：2024-012" in text_of(out)


def test_texts_that_the_records_lack_are_read_from_the_call() -> None:
    parser = argparse.ArgumentParser()
    add_field_option(parser)
    words = ["--field", "负责公开的行政机关＝不能确定", "--field", "【补充说明？】=A=B"]
    given = fields_given(parser.parse_args(words))
    assert given == {"负责公开的行政机关": "不能确定", "补充说明": "A=B"}
    assert fields_given(parser.parse_args([])) == {}
    assert fields_given(argparse.Namespace()) == {}


@pytest.mark.parametrize("words", [["补充说明"], ["=甲"], ["补充说明="], ["甲=1", "甲=2"]])
def test_a_text_without_its_field_or_given_twice_is_refused(words: list[str]) -> None:
    with pytest.raises(Refusal, match="--field"):
        fields_given(argparse.Namespace(field=words))


def test_what_the_record_does_not_tell_can_be_given(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "延期.docx"
    given = ("--field", "延期理由=需要检索历年档案", "--field", "延长工作日数=5")
    told = letter(capsys, sample, "2025-012", "延期答复告知书", out, *given, "--json").json
    assert "延期理由" not in told["missing"]
    assert "需要检索历年档案" in text_of(out)
    refused = letter(capsys, sample, "2025-012", "延期答复告知书", out, "--field", "没有等号")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
