"""Errors of every rule of the contract's section 6, each planted into a sound report.

A plant changes one thing of a draft: a figure, a word, a table, a chapter, a title, or what last
year's report said. What must be found is the rule and, where a cell was touched, that cell.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from disclosure_desk.statistics.edition import editions
from tests.finished_layouts import Piece, Rows, Told, items, printed, random_figures

REPORTS = Path(__file__).resolve().parent / "cases" / "real_reports"
COLUMNS = ("natural", "business", "research", "public_welfare", "legal_service", "other")
EVERY = (*COLUMNS, "total")
Body = list[str | Rows]


@dataclass
class Draft:
    """A report before it is laid out, and the one of the year before."""

    edition: str
    year: int
    unit: str
    figures: dict[str, Decimal | None]
    texts: dict[int, list[str]]
    preface: list[str]
    previous: "Draft | None" = None
    printed: dict[str, str] = field(default_factory=dict)
    title: str = ""
    reshape: Callable[[Body], Body] | None = None

    def body(self, layout: str) -> Body:
        """Its paragraphs and tables in a layout."""
        said = {code: printed(value) for code, value in self.figures.items()} | self.printed
        told = Told(
            self.edition, self.year, self.unit, said, tuple(self.preface), self.texts, self.title
        )
        body = items(told, layout)
        return self.reshape(body) if self.reshape else body


@dataclass(frozen=True)
class Plant:
    """One error: the rule that must find it, the cells it must name, and how it comes in."""

    rule: str
    name: str
    base: str
    change: Callable[[Draft], None]
    cells: tuple[str, ...] = ()


# ------------------------------------------------------------------------ the sound originals


def _published(name: str) -> dict[str, Decimal | None]:
    """The figures of a published report; what it did not print is 0 here."""
    told = json.loads((REPORTS / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)
    codes = editions()[told["edition"]].cells
    return {code: Decimal(str(told["cells"].get(code) or 0)) for code in codes}


def originals() -> dict[str, Draft]:
    """The sound reports by name: published figures and made up ones, text that agrees."""
    made: dict[str, Draft] = {}
    for name, edition, year, figures in (
        ("pingtan_2021", "2021", 2021, _published("pingtan_2021")),
        ("pingtan_2022", "2021", 2022, _published("pingtan_2022")),
        ("large_city", "2021", 2025, _published("large_city_2025")),
        ("pingtan_2019", "2019", 2019, _published("pingtan_2019")),
        ("random_2020", "2019", 2020, dict(random_figures("2019", 6))),
        ("random_2016", "2014", 2016, dict(random_figures("2014", 3))),
        ("county_2017", "2014-county", 2017, dict(random_figures("2014-county", 3))),
    ):
        told = {code: Decimal(str(value)) for code, value in figures.items()}
        preface = [
            f"本报告所列数据统计期限为{year}年1月1日至{year}年12月31日。",
            f"现将{year}年政府信息公开工作年度报告公布如下。",
        ]
        draft = Draft(edition, year, "示例县科学技术局", told, _texts(edition, year, told), preface)
        made[name] = draft
    _follow(made["random_2020"], made["pingtan_2019"])
    made["pingtan_2022"].previous = made["pingtan_2021"]
    made["random_2020"].previous = made["pingtan_2019"]
    return made


def _follow(now: Draft, last: Draft) -> None:
    """Carry over, and count on, what last year's report left."""
    for column in EVERY:
        carried = last.figures[f"requests.carried_out.{column}"] or Decimal(0)
        more = carried - (now.figures[f"requests.carried_in.{column}"] or 0)
        now.figures[f"requests.carried_in.{column}"] = carried
        new = f"requests.new.{column}"
        now.figures[new] = (now.figures[new] or Decimal(0)) - more
    for code in now.figures:
        if code.endswith(".previous"):
            change = code.removesuffix("previous") + "change"
            now.figures[code] = (last.figures[code] or 0) + (last.figures[change] or Decimal(0))
    now.texts = _texts(now.edition, now.year, now.figures)


def _texts(edition: str, year: int, told: Mapping[str, Decimal | None]) -> dict[int, list[str]]:
    """Chapters that speak of the figures, and speak rightly."""
    said = {code: printed(value) for code, value in told.items()}
    problems = [
        "部分信息公开不够及时，个别栏目更新较慢。今后逐条登记公开期限，按月检查，及时更新。"
    ]
    if edition.startswith("2014"):
        return {
            1: list(sentences_of_2014(year, said).values()),
            5: problems,
            6: ["本年度未收取信息处理费。"],
        }
    fees = ["本年度未收取信息处理费。"]
    if edition == "2021":
        unpaid = said["requests.3.6.2.total"]
        fees = [f"{year}年，发出收费通知后逾期未缴费{unpaid}件，未收取信息处理费。"]
    return {1: [*sentences_of(year, said).values(), _DONE[year % 2]], 5: problems, 6: fees}


# What differs from year to year, so that no chapter is a copy of the year before.
_DONE = (
    "举办政府开放日，邀请群众代表走进政务服务大厅；新设基层公开专区，整理惠企政策汇编，"
    "开通线上查阅；对重点领域信息逐项梳理，形成目录并向社会公布，方便企业和群众查询。",
    "修订依申请公开工作规范，统一答复文书式样；组织业务培训和案例研讨，完善信息发布审核，"
    "开展政府网站和政务新媒体自查，清理过期栏目，改进政策解读形式，回应群众关切。",
)


def sentences_of(year: int, said: Mapping[str, str]) -> dict[str, str]:
    """What chapter one says, by the cell of which each sentence speaks."""
    total = {row: said[f"requests.{row}.total"] for row in ("new", "carried_in", "carried_out")}
    cases = {kind: said[f"review.{kind}.total"] for kind in
             ("reconsideration", "litigation_direct", "litigation_after")}  # fmt: skip
    told = {
        "requests.new.total": f"{year}年，新收政府信息公开申请{total['new']}件。",
        "requests.carried_in.total": f"上年结转{total['carried_in']}件。",
        "requests.carried_out.total": f"结转下年度继续办理{total['carried_out']}件。",
        "requests.3.1.total": f"其中予以公开{said['requests.3.1.total']}件。",
        "requests.3.2.total": f"部分公开{said['requests.3.2.total']}件。",
        "requests.3.4.1.total": f"本机关不掌握相关政府信息{said['requests.3.4.1.total']}件。",
        "requests.3.5.2.total": f"重复申请{said['requests.3.5.2.total']}件。",
        "requests.3.7.total": f"全年办结{said['requests.3.7.total']}件。",
        "review.reconsideration.total": f"政府信息公开行政复议{cases['reconsideration']}件。",
        "review.litigation_direct.total": f"未经复议直接起诉{cases['litigation_direct']}件。",
        "review.litigation_after.total": f"复议后起诉{cases['litigation_after']}件。",
    }
    if "art20.1.normative.in_force" in said:
        told |= {
            "art20.1.normative.made": f"制发规范性文件{said['art20.1.normative.made']}件。",
            "art20.1.normative.in_force": "现行有效的行政规范性文件"
            f"{said['art20.1.normative.in_force']}件。",
            "art20.5.licence.decisions": "作出处理决定的情况：行政许可决定"
            f"{said['art20.5.licence.decisions']}件。",
            "art20.6.penalty.decisions": f"作出行政处罚决定{said['art20.6.penalty.decisions']}件。",
            "art20.8.fee.amount": f"行政事业性收费金额{said['art20.8.fee.amount']}万元。",
        }
    return told


def sentences_of_2014(year: int, said: Mapping[str, str]) -> dict[str, str]:
    """The same for the form of 2014."""
    return {
        "disclosed.total": f"{year}年，主动公开政府信息{said['disclosed.total']}条。",
        "requests.received": f"收到政府信息公开申请{said['requests.received']}件。",
        "replies.granted": f"同意公开答复{said['replies.granted']}件。",
        "reconsideration.total": f"行政复议{said['reconsideration.total']}件。",
        "trainings.total": f"举办各类培训班{said['trainings.total']}次。",
        "organisation.part_time": f"兼职人员{said['organisation.part_time']}人。",
    }


# ------------------------------------------------------------------------------- the changes


def more(code: str, by: int) -> Callable[[Draft], None]:
    """The figure of a cell changed."""

    def change(draft: Draft) -> None:
        draft.figures[code] = (draft.figures[code] or Decimal(0)) + by

    return change


def swapped(one: str, other: str) -> Callable[[Draft], None]:
    """Two figures changed for each other."""

    def change(draft: Draft) -> None:
        figures = draft.figures
        assert figures[one] != figures[other]
        figures[one], figures[other] = figures[other], figures[one]

    return change


def prints(code: str, text: str) -> Callable[[Draft], None]:
    """A cell that says something else than its number."""

    def change(draft: Draft) -> None:
        draft.printed[code] = text

    return change


def says(chapter: int, *lines: str) -> Callable[[Draft], None]:
    """A chapter with another text."""

    def change(draft: Draft) -> None:
        draft.texts[chapter] = list(lines)

    return change


def tells(line: str) -> Callable[[Draft], None]:
    """A further sentence in chapter one."""

    def change(draft: Draft) -> None:
        draft.texts[1] = [*draft.texts[1], line]

    return change


def last_year(code: str, by: int) -> Callable[[Draft], None]:
    """The figure of a cell in last year's report changed."""

    def change(draft: Draft) -> None:
        assert draft.previous is not None
        draft.previous.figures[code] = (draft.previous.figures[code] or Decimal(0)) + by

    return change


def reshaped(step: Callable[[Body], Body]) -> Callable[[Draft], None]:
    """Paragraphs and tables moved, left out or said otherwise."""

    def change(draft: Draft) -> None:
        draft.reshape = step

    return change


def without(words: str) -> Callable[[Body], Body]:
    """Without the table in which these words stand."""
    return lambda body: [one for one in body if isinstance(one, str) or words not in _words(one)]


def _words(rows: Rows) -> str:
    return "".join(piece.text for row in rows for piece in row)


def without_chapter(title: str) -> Callable[[Body], Body]:
    """Without a chapter's title; its table stays."""
    return lambda body: [one for one in body if one != title]


def titled(old: str, new: str) -> Callable[[Body], Body]:
    """A paragraph in other words."""
    return lambda body: [new if one == old else one for one in body]


def without_rows(first: str) -> Callable[[Body], Body]:
    """Without the rows of a block of chapter two, from the row that begins so to the next block."""

    def change(body: Body) -> Body:
        kept: Body = []
        for one in body:
            if isinstance(one, str) or first not in _words(one):
                kept.append(one)
                continue
            rows: Rows = []
            inside = False
            for row in one:
                starts = any(piece.text.startswith("第二十条") for piece in row)
                inside = first in "".join(piece.text for piece in row) if starts else inside
                if not inside:
                    rows.append(row)
            kept.append(rows)
        return kept

    return change


def relabelled(old: str, new: str) -> Callable[[Body], Body]:
    """A label in the tables in other words."""

    def again(piece: Piece) -> Piece:
        text = piece.text.replace(old, new)
        return Piece(text, piece.kind, piece.rows, piece.columns)

    return lambda body: [
        one if isinstance(one, str) else [[again(piece) for piece in row] for row in one]
        for one in body
    ]


# -------------------------------------------------------------------------------- the plants


def plants() -> Iterator[Plant]:
    """All of them; the same on every run."""
    yield from _sums()
    yield from _against_last_year()
    yield from _cells()
    yield from _chapters_and_tables()
    yield from _text()


def _sums() -> Iterator[Plant]:
    for at, column in enumerate(EVERY):
        for base, by in (("pingtan_2022", 1), ("large_city", -3), ("pingtan_2019", 2)):
            row = ("carried_out", "new", "carried_out")[at % 3] if by > 0 else "new"
            code = f"requests.{row}.{column}"
            if by < 0 and column in ("research",):
                by = 5
            yield Plant("H1", f"{code} {by:+}", base, more(code, by), (code,))
        row = ("3.1", "3.3.5", "3.4.1", "3.5.2", "3.6.3", "3.2", "3.7")[at]
        code = f"requests.{row}.{column}"
        yield Plant("H2", code, ("pingtan_2021", "large_city")[at % 2], more(code, 4), (code,))
    yield Plant("H2", "（六）一行的2019年格式", "random_2020", more("requests.3.6.natural", 1),
                ("requests.3.6.natural",))  # fmt: skip
    for at, row in enumerate(("new", "carried_in", "3.1", "3.3.8", "3.4.3", "3.7", "carried_out")):
        code = f"requests.{row}.{EVERY[-1 - at]}"
        yield Plant("H3", code, ("large_city", "pingtan_2019")[at % 2], more(code, 9), (code,))
        total = f"requests.{row}.total"
        yield Plant("H3", f"{total} 少1", "large_city", more(total, 1), (total,))
    one, other = "requests.3.1.natural", "requests.3.1.business"
    for rule in ("H1", "H2"):
        base = "large_city"
        row = "new" if rule == "H1" else "3.1"
        one, other = f"requests.{row}.natural", f"requests.{row}.business"
        yield Plant(rule, f"{row}行两栏互换", base, swapped(one, other), (one,))
        one, other = f"requests.{row}.legal_service", f"requests.{row}.other"
        yield Plant(rule, f"{row}行另两栏互换", base, swapped(one, other), (other,))
    for group in ("reconsideration", "litigation_direct", "litigation_after"):
        for at, state in enumerate(("upheld", "corrected", "other", "pending", "total")):
            code = f"review.{group}.{state}"
            base = ("large_city", "pingtan_2019", "pingtan_2022")[at % 3]
            yield Plant("H4", code, base, more(code, 1), (code,))
    for code in (
        *("requests.received", "requests.letter", "requests.finished", "requests.on_time"),
        *("replies.total", "replies.clarify", "replies.refused", "replies.refused.privacy"),
        *("reconsideration.total", "reconsideration.upheld", "litigation.total"),
        *("litigation.other", "organisation.staff", "organisation.full_time"),
    ):
        yield Plant("G1", code, "random_2016", more(code, 2), (code,))
    for code in ("requests.network", "replies.refused.secret", "litigation.upheld"):
        yield Plant("G1", f"{code}（短表）", "county_2017", more(code, 1), (code,))


def _against_last_year() -> Iterator[Plant]:
    for at, column in enumerate(EVERY):
        base = ("pingtan_2022", "random_2020")[at % 2]
        code = f"requests.carried_in.{column}"
        out = f"requests.carried_out.{column}"
        change = more(code, 1) if at % 3 else last_year(out, 2)
        yield Plant("X1", f"{code} {base}", base, change, (code,))
    for kind in ("regulation", "normative"):
        for name, by in (("in_force", 9), ("made", 1), ("repealed", 2)):
            target = f"art20.1.{kind}.in_force"
            changed = more(f"art20.1.{kind}.{name}", by)
            yield Plant("X2", f"{kind} {name}", "pingtan_2022", changed, (target,))
    for row in ("5.licence", "5.other_service", "6.penalty", "6.coercion", "8.fee"):
        code = f"art20.{row}.previous"
        yield Plant("X3", code, "random_2020", more(code, 1), (code,))
    yield Plant("X3", "上年的增减", "random_2020", last_year("art20.6.penalty.change", 4),
                ("art20.6.penalty.previous",))  # fmt: skip


def _cells() -> Iterator[Plant]:
    blanks = (
        ("pingtan_2021", "art20.1.regulation.made", "/"),
        ("pingtan_2021", "art20.1.regulation.in_force", "—"),
        ("pingtan_2022", "requests.3.3.1.research", ""),
        ("pingtan_2022", "review.litigation_after.pending", "－"),
        ("large_city", "requests.3.5.3.total", ""),
        ("pingtan_2019", "art20.9.procurement.amount", "／"),
        ("pingtan_2019", "requests.3.6.other", " "),
        ("random_2016", "complaints.total", ""),
        ("county_2017", "meetings.total", "——"),
        ("large_city", "art20.6.coercion.decisions", "-"),
    )
    for base, code, text in blanks:
        yield Plant("N1", f"{code} “{text}”", base, prints(code, text), (code,))
    wrong = (
        ("pingtan_2022", "requests.3.1.natural", "二十一"),
        ("pingtan_2022", "art20.5.licence.decisions", "约1万"),
        ("pingtan_2022", "requests.3.3.2.natural", "-1"),
        ("large_city", "review.reconsideration.other", "196.5"),
        ("large_city", "requests.3.4.2.natural", "17 7"),
        ("pingtan_2021", "requests.new.natural", "6O"),
        ("pingtan_2021", "art20.6.penalty.decisions", "1282万元"),
        ("pingtan_2019", "art20.5.licence.previous", "396/12"),
        ("random_2016", "trainings.people", "十余"),
        ("random_2016", "disclosed.total", "-5"),
        ("county_2017", "requests.fax", "1.5"),
        ("large_city", "art20.8.fee.amount", "三十一万"),
    )
    for base, code, text in wrong:
        yield Plant("N2", f"{code} “{text}”", base, prints(code, text), (code,))
    noted = (
        ("pingtan_2022", "art20.1.normative.in_force", "698（含自然失效5件）"),
        ("large_city", "art20.1.normative.made", "564（其中修订16件）"),
    )
    for base, code, text in noted:
        yield Plant("N3", code, base, prints(code, text), (code,))


_TITLES = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
           "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
           "六、其他需要报告的事项")  # fmt: skip


def _chapters_and_tables() -> Iterator[Plant]:
    for at, title in enumerate(_TITLES):
        base = ("pingtan_2022", "pingtan_2019")[at % 2]
        yield Plant("S1", f"缺{title}", base, reshaped(without_chapter(title)))
    for base, title, other in (
        ("pingtan_2022", _TITLES[3], "四、政府信息公开行政法复议、行政诉讼情况"),
        ("pingtan_2021", _TITLES[4], "五、政府信息公开工作存在的主要问题及改进情况"),
        ("large_city", _TITLES[0], "一、概述"),
        ("pingtan_2019", _TITLES[5], "六、其他需要说明的事项"),
        ("pingtan_2022", _TITLES[1], "三、主动公开政府信息情况"),
    ):
        yield Plant("S1", f"题为{other}", base, reshaped(titled(title, other)))
    yield Plant("S1", "五六两章次序颠倒", "pingtan_2022", reshaped(_last_two_swapped))
    for base, words, code in (
        ("pingtan_2022", "行政许可", "art20.5.licence.decisions"),
        ("pingtan_2021", "重复申请", "requests.new.total"),
        ("pingtan_2019", "结果维持", "review.reconsideration.total"),
        ("large_city", "结果维持", "review.litigation_after.total"),
        ("random_2016", "收到申请数", "requests.received"),
    ):
        rule = reshaped(without(words))
        yield Plant("S2", f"{base}缺“{words}”的表", base, rule,
                    () if base == "random_2016" else (code,))  # fmt: skip
    for base, item, code in (
        ("pingtan_2022", "第二十条第（八）项", "art20.8.fee.amount"),
        ("pingtan_2019", "第二十条第（九）项", "art20.9.procurement.amount"),
        ("large_city", "第二十条第（六）项", "art20.6.penalty.decisions"),
    ):
        yield Plant("S2", f"{base}缺{item}", base, reshaped(without_rows(item)), (code,))
    yield Plant("N4", "行名写错", "pingtan_2022", reshaped(relabelled("重复申请", "重覆申请")))
    for text in (("本单位没有其他需要报告的事项。",), (), ("无。",)):
        yield Plant("F1", f"第六章“{''.join(text)}”", "pingtan_2022", says(6, *text))
    for text in (
        "全年发出收费通知后逾期未缴费9件，收取信息处理费0元。",
        "本机关收取信息处理费400元，另有7件未按收费通知要求缴纳费用。",
    ):
        code = "requests.3.6.2.total"
        yield Plant("F1", text[:12], "large_city", says(6, text), (code,))
    for at, text in enumerate(("", "无", "无。", "暂无问题。", "继续努力，做好公开。")):
        base = ("pingtan_2021", "pingtan_2019", "large_city")[at % 3]
        yield Plant("Q1", f"第五章“{text}”", base, says(5, text))


def _last_two_swapped(body: Body) -> Body:
    at, other = (body.index(title) for title in _TITLES[4:])
    return [*body[:at], *body[other:], *body[at:other]]


def _text() -> Iterator[Plant]:
    for base in ("pingtan_2022", "large_city"):
        for code in sentences_of(2022, dict.fromkeys(editions()["2021"].cells, "0")):
            yield Plant("T1", f"{base} {code}", base, _wrong_sentence(code), (code,))
    for code in sentences_of_2014(2016, dict.fromkeys(editions()["2014"].cells, "0")):
        yield Plant("T1", f"2014 {code}", "random_2016", _wrong_sentence(code), (code,))
    for line, cells in (
        ("全年共收到政府信息公开申请76件。", ("requests.new.total", "requests.carried_in.total")),
        ("不予公开共5件。", ("requests.3.3.5.total",)),
        ("2022年度受理依申请公开80件。", ("requests.new.total",)),
        ("本年度新增政府信息公开申请70件。", ("requests.new.total",)),
        ("收到公民申请政府信息公开78件，比上年增加8件。", ("requests.carried_in.total",)),
        ("无法提供政府信息40件。", ("requests.3.4.1.total",)),
        ("结转2023年继续办理2件。", ("requests.carried_out.total",)),
        ("因政府信息公开被申请行政复议5件。", ("review.reconsideration.total",)),
        ("现行有效规范性文件690件。", ("art20.1.normative.in_force",)),
        ("废止行政规范性文件56件。", ("art20.1.normative.repealed",)),
        ("作出行政许可决定10000件。", ("art20.5.licence.decisions",)),
        ("无法提供36件。", ("requests.3.4.1.total",)),
        ("发生行政诉讼案件3件。", ("review.litigation_direct.total",)),
        ("没有结转到下年的申请，未发生政府信息公开行政复议。", ("review.reconsideration.total",)),
    ):  # fmt: skip
        yield Plant("T1", line, "pingtan_2022", tells(line), cells)
    for line in (
        "2022年，收到信息公开申请162件，其中公开13件、部分公开69件、不予公开1件、无法提供39件、"
        "不予处理12件、其他处理31件。",
        "召开会议12次，其中专题会议7次、工作例会4次。",
        "发布信息100条，其中网站60条、微信30条、微博20条。",
        "收到意见建议36条（包括网络25条、信函10条）。",
        "编发简报48期，其中上半年20期，下半年27期。",
        "培训人员120人次，其中机关80人次、乡镇30人次。",
        "印发文件30件，分别为通知12件、方案9件、意见8件。",
        "公开信息3000条：政策法规类1000条，工作动态类1500条，其他400条。",
        "共发布信息500条（网站300条、微博100条、微信90条）。",
        "办理建议提案86件，其中人大建议50件，政协提案30件。",
        "接待咨询300人次，包括现场100人次、电话150人次、网上60人次。",
    ):
        yield Plant("P1", line[:14], "pingtan_2022", tells(line))
    for base, line, place in (
        ("pingtan_2022", "本报告所列数据统计期限为2021年1月1日至2021年12月31日。", 0),
        ("pingtan_2022", "本报告所列数据统计期限为2022年1月1日至2023年12月31日。", 0),
        ("large_city", "现将2024年政府信息公开工作年度报告公布如下。", 0),
        ("pingtan_2019", "2018年，全区政府信息公开工作有序开展。", 1),
        ("pingtan_2022", "截至2021年12月31日，公开信息3000条。", 1),
        ("random_2016", "2015年，我局主动公开信息工作不断加强。", 1),
        ("pingtan_2022", "我区按照2021年政务公开工作要点部署任务。", 1),
        ("large_city", "截止2024年底，政务新媒体正常更新。", 1),
    ):
        yield Plant("Y1", line[:18], base, _wrong_year(line, place))
    yield Plant("Y1", "题目的年度与正文不同", "pingtan_2022", _wrong_title)
    yield Plant("L1", "第五章照抄上年", "pingtan_2022", _copied)
    yield Plant("V1", "上年报告是别的单位的", "pingtan_2022", _other_unit)
    yield Plant("V1", "上年报告是再上一年的", "pingtan_2022", _two_years_ago)


# True of pingtan_2022: nothing must be found in them.
TRUE_SENTENCES = (
    "全年新收申请74件，上年结转1件，办结75件，结转下年0件。",
    "予以公开21件，部分公开9件，不予公开4件，无法提供37件，其他处理4件。",
    "被申请行政复议2件，被提起行政诉讼1件。",
    "制发行政规范性文件88件，废止55件，现行有效698件。",
    "新收申请比上年增加4件，较2021年的70件增长5.7%。",
    "2021年收到申请70件，2022年收到75件。",
    "下一步，2023年将继续做好工作。",
    "行政复议2件，其中结果纠正1件、其他结果1件；行政诉讼1件，结果维持。",
    "有1件行政复议、行政诉讼案件的结果为纠正。",
    "未发生因政府信息公开被纠正的行政诉讼案件。",
    "作出行政许可处理决定10690件，行政处罚2113件。",
    "公开信息1200条，其中网站800条、微信400条。",
    "公开信息1200条：网站800条，微信400条。",
    "召开会议12次（党组会3次、局务会4次等）。",
    "按照《2022年政务公开工作要点》要求，开展工作。",
    "根据2021年国务院办公厅文件要求，认真编制。",
    "收到市民热线工单300件，办结298件。",
    "收到人大建议20件、政协提案30件。",
    "自2021年起，开设专栏3个。",
    "依申请公开政府信息75件，按时办结率100%。",
    "受理申请75件，同比增长5.6%，其中自然人72件、商业企业3件。",
)


def _wrong_sentence(code: str) -> Callable[[Draft], None]:
    """Chapter one with the sentence of one cell saying one more than the table."""

    def change(draft: Draft) -> None:
        said = {one: printed(value) for one, value in draft.figures.items()}
        made = sentences_of_2014 if draft.edition.startswith("2014") else sentences_of
        said[code] = printed((draft.figures[code] or Decimal(0)) + 1)
        draft.texts[1] = list(made(draft.year, said).values())

    return change


def _wrong_year(line: str, chapter: int) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        if chapter:
            draft.texts[chapter] = [*draft.texts[chapter], line]
        else:
            draft.preface[:] = [line]

    return change


def _wrong_title(draft: Draft) -> None:
    draft.title = f"{draft.unit}{draft.year + 1}年政府信息公开工作年度报告"
    draft.previous = None


_LONG = (
    "部分信息公开不够及时，个别栏目更新较慢，一些科室对公开范围把握不准，答复文书还不够规范，"
    "与群众的期待还有差距。今后逐条登记公开期限，按月检查，及时更新，加强培训，做好衔接。"
)


def _copied(draft: Draft) -> None:
    assert draft.previous is not None
    draft.texts[5] = [_LONG]
    draft.previous.texts[5] = [_LONG]


def _other_unit(draft: Draft) -> None:
    assert draft.previous is not None
    draft.previous.unit = "示例县农业农村局"


def _two_years_ago(draft: Draft) -> None:
    assert draft.previous is not None
    draft.previous.year = draft.year - 2
