"""Reports in the layouts that offices use are read back to the last cell."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.records.finding import errors
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.report_checks import check_report
from tests.finished_layouts import (
    LAYOUTS,
    WRITERS,
    Piece,
    Rows,
    Told,
    items,
    printed,
    random_figures,
    sound_texts,
    write_docx,
    write_html,
)

CASES = Path(__file__).resolve().parents[2] / "cases" / "real_reports"
REPORTS = sorted(path.stem for path in CASES.glob("*.json"))
# 自然人：新收60 + 结转0，办结61 + 结转下年0；总计列随之也差1。
BROKEN = {"fragment_2021": {("H1", "requests.3.7.natural"), ("H1", "requests.3.7.total")}}
YEARS = {"2014": 2016, "2014-county": 2016, "2019": 2019, "2021": 2023}
UNIT = "示例县科学技术局"
FORMATS = ("docx", "xlsx", "html", "html gbk nested", "xlsx texts")


def told_by(name: str) -> tuple[Told, dict[str, Decimal | None]]:
    """A published report to be laid out, and the figures that must come back."""
    data = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)
    codes = editions()[data["edition"]].cells
    rest = Decimal(0) if data["others"] == "0" else None
    figures = {code: data["cells"].get(code, rest) for code in codes}
    figures |= dict.fromkeys(data.get("not_published", ()), None)
    year = data["year"]
    texts = sound_texts(year) if year else {}
    said = {code: printed(figure) for code, figure in figures.items()}
    return Told(data["edition"], year, "", said, texts=texts, title=data["title"]), figures


@pytest.mark.parametrize("name", REPORTS)
def test_a_published_report_is_read_back_from_every_layout(name: str, tmp_path: Path) -> None:
    told, figures = told_by(name)
    for number, layout in enumerate(LAYOUTS):
        for writer in (*FORMATS[:2], FORMATS[2 + number % 2]):
            path = WRITERS[writer](tmp_path / f"年报.{writer.split()[0]}", items(told, layout))
            report = read_report(path)
            place = f"{layout}, {writer}"
            assert report.edition is not None, place
            assert (report.edition.code, report.year) == (told.edition, told.year), place
            assert report.figures == figures, place
            broken = {(one.rule, one.cells[-2]) for one in errors(check_report(report))}
            assert broken == BROKEN.get(name, set()), place


@pytest.mark.parametrize("edition", YEARS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_random_tables_are_read_back_and_nothing_is_found_in_them(
    edition: str, layout: str, tmp_path: Path
) -> None:
    for seed, writer in enumerate(FORMATS):
        figures = random_figures(edition, seed)
        said = {code: printed(figure) for code, figure in figures.items()}
        year = YEARS[edition]
        told = Told(edition, year, UNIT, said, texts=sound_texts(year))
        body = items(told, layout, apart=seed % 2 == 1)
        path = WRITERS[writer](tmp_path / f"年报.{writer.split()[0]}", body)
        report = read_report(path)
        assert report.figures == figures, writer
        assert (report.unit, report.year) == (UNIT, year)
        assert check_report(report) == [], writer


def test_a_provincial_short_table_gives_the_rows_that_mean_the_same(tmp_path: Path) -> None:
    heads = ("指标名称", "计量单位", "2014年度", "历年累计")
    lines = (
        ("主动公开文件数", "条", "2543", "78967"),
        ("其中：1、政府网站公开数", "条", "2543", "78967"),
        ("2、政府公报公开数", "条", "0", "0"),
        ("受理依申请公开信息总数", "条", "1", "1"),
        ("其中：1、当面申请数", "条", "0", "0"),
        ("2、网上申请数", "条", "0", "0"),
        ("3、信函、传真申请数", "条", "1", "1"),
        ("对申请的答复总数", "条", "1", "1"),
        ("其中：1、同意公开答复数", "条", "1", "1"),
        ("行政复议数", "件", "0", "0"),
        ("行政诉讼数", "件", "0", "0"),
    )
    rows = [[Piece(text) for text in line] for line in (heads, *lines)]
    body = ["示例区2014年度政府信息公开情况统计表", rows]
    report = read_report(write_docx(tmp_path / "年报.docx", body))
    read = {code: figure for code, figure in report.figures.items() if figure is not None}
    assert report.edition is not None
    assert report.edition.code == "2014"
    assert read == {
        "disclosed.total": 2543,
        "channel.website": 2543,
        "channel.gazette": 0,
        "requests.received": 1,
        "requests.in_person": 0,
        "requests.network": 0,
        "replies.total": 1,
        "replies.granted": 1,
        "reconsideration.total": 0,
        "litigation.total": 0,
    }
    findings = check_report(report)
    assert errors(findings) == []
    assert "N4" in {one.rule for one in findings}


OTHER_WORDS = {
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部份公开",
    "2.重复申请": "2.重覆申请",
    "四、结转下年度继续办理": "四、结转至下年度继续办理",
    "行政强制": "行政强制措施",
}


@pytest.mark.parametrize("writer", ["docx", "xlsx", "html"])
def test_a_misspelt_row_is_known_by_its_place_and_told(writer: str, tmp_path: Path) -> None:
    figures = random_figures("2021", 4)
    said = {code: printed(figure) for code, figure in figures.items()}
    body = items(Told("2021", 2023, UNIT, said, texts=sound_texts(2023)), "official")
    for table in body:
        if not isinstance(table, str):
            table[:] = [
                [replace(one, text=OTHER_WORDS.get(one.text, one.text)) for one in row]
                for row in table
            ]
    report = read_report(WRITERS[writer](tmp_path / f"年报.{writer}", body))
    assert report.figures == figures
    assert [(one.rule, one.severity) for one in check_report(report)] == [("N4", "hint")] * 4


@pytest.mark.parametrize("writer", ["docx", "xlsx", "html"])
def test_a_second_page_without_heads_goes_on_in_the_columns_of_the_first(
    writer: str, tmp_path: Path
) -> None:
    for edition, year in YEARS.items():
        figures = random_figures(edition, 4)
        said = {code: printed(figure) for code, figure in figures.items()}
        body: list[str | Rows] = []
        for table in items(Told(edition, year, UNIT, said, texts=sound_texts(year)), "split"):
            heads = [
                number
                for number, row in enumerate(table)
                if not isinstance(table, str) and row[-1].text in ("申请人情况", "统计数")
            ]
            if len(heads) < 2 or isinstance(table, str):
                body.append(table)
                continue
            depth = 3 if heads[1] > 3 and edition in ("2019", "2021") else 1
            body += [table[: heads[1]], "— 3 —", table[heads[1] + depth :]]
        report = read_report(WRITERS[writer](tmp_path / f"年报.{writer}", body))
        assert report.figures == figures, edition
        assert check_report(report) == [], edition


def test_columns_in_another_order_and_a_column_of_remarks_are_no_hindrance(tmp_path: Path) -> None:
    figures = random_figures("2021", 4)
    said = {code: printed(figure) for code, figure in figures.items()}
    told = Told("2021", 2023, UNIT, said, texts=sound_texts(2023))
    body = items(told, "one label column")
    for table in body:
        if not isinstance(table, str) and len(table[0]) == 8:
            table[:] = [[row[0], *reversed(row[1:]), Piece("")] for row in table]
    assert read_report(write_docx(tmp_path / "年报.docx", body)).figures == figures


def one_cell(code: str, text: str, tmp_path: Path, edition: str = "2021") -> tuple[str, object]:
    """How a text in one cell of an otherwise sound table is read."""
    said = dict.fromkeys(editions()[edition].cells, "0") | {code: text}
    told = Told(edition, YEARS[edition], UNIT, said, texts=sound_texts(YEARS[edition]))
    report = read_report(write_html(tmp_path / "年报.html", items(told, "official")))
    cell = report.cell(code)
    return cell.state, cell.figure


@pytest.mark.parametrize(
    ("text", "state", "figure"),
    [
        ("1,234", "read", 1234),
        ("1，234", "read", 1234),
        ("１２", "read", 12),
        ("22件", "read", 22),
        ("22（其中修订16件）", "noted", 22),
        ("55(含自然失效29件)", "noted", 55),
        ("22①", "noted", 22),
        ("22²", "noted", 22),
        ("", "blank", None),
        ("/", "blank", None),
        ("——", "blank", None),
        ("－", "blank", None),
        ("约22", "doubtful", None),
        ("2 1", "doubtful", None),
        ("十二", "doubtful", None),
        ("1O5", "doubtful", None),
        ("3万元", "doubtful", None),
        ("-3", "read", -3),
        ("1.5", "read", Decimal("1.5")),
    ],
)
def test_a_number_is_read_as_printed_and_never_guessed(
    text: str, state: str, figure: object, tmp_path: Path
) -> None:
    assert one_cell("art20.1.normative.made", text, tmp_path) == (state, figure)


@pytest.mark.parametrize(
    ("code", "text", "figure"),
    [
        ("art20.9.procurement.amount", "251000元", Decimal("25.1")),
        ("art20.9.procurement.amount", "75394432.52元", Decimal("7539.443252")),
        ("art20.9.procurement.amount", "25.1", Decimal("25.1")),
        ("art20.9.procurement.amount", "25.1万元", Decimal("25.1")),
        ("art20.9.procurement.amount", "1.2亿元", 12000),
        ("art20.5.licence.change", "+1036", 1036),
        ("art20.5.licence.change", "－18", -18),
        ("art20.5.licence.change", "减4", -4),
        ("art20.5.licence.change", "增加3", 3),
    ],
)
def test_amounts_are_told_in_ten_thousand_yuan(
    code: str, text: str, figure: object, tmp_path: Path
) -> None:
    assert one_cell(code, text, tmp_path, "2019") == ("read", figure)


def test_one_number_merged_over_two_rows_is_doubtful(tmp_path: Path) -> None:
    said = dict.fromkeys(editions()["2021"].cells, "0") | {"art20.6.penalty.decisions": "7"}
    rows = [
        [Piece("第二十条第（六）项", columns=2)],
        [Piece("信息内容"), Piece("本年处理决定数量")],
        [Piece("行政处罚"), Piece(said["art20.6.penalty.decisions"], rows=2)],
        [Piece("行政强制")],
    ]
    report = read_report(write_html(tmp_path / "年报.html", ["示例局2023年政府信息公开报告", rows]))
    assert report.cell("art20.6.penalty.decisions").state == "doubtful"
    assert report.cell("art20.6.coercion.decisions").state == "doubtful"


def test_heads_on_more_rows_and_figures_merged_otherwise_are_read(tmp_path: Path) -> None:
    """Published so: «商业» over «企业» in two cells, and figures wider than their heads."""
    figures = random_figures("2019", 4)
    said = {code: printed(figure) for code, figure in figures.items()}
    body = items(Told("2019", 2019, UNIT, said, texts=sound_texts(2019)), "official")
    for table in body:
        if isinstance(table, str):
            continue
        for number, row in enumerate(list(table)):
            texts = [one.text for one in row]
            if texts[0] in ("行政许可", "行政强制"):
                widths = (1, 3, 1, 2)
                table[number] = [
                    replace(one, columns=width) for one, width in zip(row, widths, strict=True)
                ]
            if texts[0] == "商业企业":
                table[number] = [
                    Piece("商业", "head"),
                    Piece("科研", "head"),
                    *[replace(one, rows=2) for one in row[2:]],
                ]
                table.insert(number + 1, [Piece("企业", "head"), Piece("机构", "head")])
                table[0][0] = replace(table[0][0], rows=4)
                table[1] = [replace(one, rows=3) if one.rows == 2 else one for one in table[1]]
    for writer in ("docx", "xlsx", "html"):
        report = read_report(WRITERS[writer](tmp_path / f"年报.{writer}", body))
        assert report.figures == figures, writer


@pytest.mark.parametrize(
    ("lines", "unit", "year"),
    [
        (["示例县2021年度政府信息公开工作年度报告"], "示例县", 2021),
        (["示例县科学技术局", "2021年政府信息公开工作年度报告"], "示例县科学技术局", 2021),
        (["首页", "示例市审计局二〇二二年政府信息公开工作年度报告"], "示例市审计局", 2022),
        (["示例局关于2023年政府信息公开工作年度报告"], "示例局", 2023),
        (["示例局政府信息公开工作年度报告（２０２３年）"], "示例局", 2023),
        (["示例局2022 年度", "政府信息公开工作", "年度报告"], "示例局", 2022),
        (
            ["示例局政府信息公开情况统计表", "（2016年度）", "填报单位(盖章)：示例县示例局"],
            "示例局",
            2016,
        ),
        (["2022年政府信息公开工作年度报告", "填报单位：示例局"], "示例局", 2022),
        (["本报告所列数据统计期限为2022年1月1日至2022年12月31日。"], None, 2022),
        (["没有标题的文件"], None, None),
    ],
)
def test_office_and_year_are_those_of_the_title(
    lines: list[str], unit: str | None, year: int | None, tmp_path: Path
) -> None:
    report = read_report(write_docx(tmp_path / "年报.docx", lines))
    assert (report.unit, report.year) == (unit, year)


def test_a_title_that_runs_into_its_text_still_begins_a_chapter(tmp_path: Path) -> None:
    lines = [
        "示例局2023年政府信息公开工作年度报告",
        "一、总体情况 2023年，本机关做好政府信息公开工作。",
        "五、存在的主要问题及改进情况。公开不够及时。",
        "六、其他需要报告的事项和说明",
        "本年度未收取信息处理费。",
    ]
    report = read_report(write_docx(tmp_path / "年报.docx", lines))
    assert [(one.title, one.text) for one in report.chapters] == [
        ("一、总体情况", "2023年，本机关做好政府信息公开工作。"),
        ("五、存在的主要问题及改进情况", "公开不够及时。"),
        ("六、其他需要报告的事项和说明", "本年度未收取信息处理费。"),
    ]
