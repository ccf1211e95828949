"""The shipped editions against the contract: codes, outcomes, relations and printed wording."""

from collections.abc import Iterator
from itertools import product

import pytest

from disclosure_desk.records.indicators import INDICATORS
from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.statistics.bases import BASES
from disclosure_desk.statistics.edition import Edition, Measure, edition_for, editions, fields_in
from disclosure_desk.statistics.period import Period

APPLICANTS = (
    *("natural", "business", "research", "public_welfare", "legal_service", "other"),
    "total",
)
REFUSED = tuple(f"3.3.{number}" for number in range(1, 9))
UNABLE = tuple(f"3.4.{number}" for number in range(1, 4))
DECLINED = tuple(f"3.5.{number}" for number in range(1, 6))
CLOSED = tuple(f"3.6.{number}" for number in range(1, 4))


def _joined(*parts: tuple[str, ...]) -> set[str]:
    return {".".join(chosen) for chosen in product(*parts)}


def _requests(*closed: str) -> set[str]:
    results = ("3.1", "3.2", *REFUSED, *UNABLE, *DECLINED, *closed, "3.7")
    return _joined(("requests",), ("new", "carried_in", *results, "carried_out"), APPLICANTS)


REVIEW = _joined(
    ("review",),
    ("reconsideration", "litigation_direct", "litigation_after"),
    ("upheld", "corrected", "other", "pending", "total"),
)
NATIONAL_ONLY = {
    *("channel.gazette", "channel.weibo", "channel.wechat"),
    *(
        f"response.{key}"
        for key in (
            *("topics", "press", "press_led", "interviews", "interviews_led"),
            *("interpretations", "social", "other"),
        )
    ),
}
OF_2014 = {
    *("disclosed.total", "disclosed.normative", "normative.made"),
    *("channel.website", "channel.other"),
    *_joined(("requests",), ("received", "in_person", "fax", "network", "letter")),
    *_joined(("requests",), ("finished", "on_time", "extended")),
    *_joined(("replies",), ("total", "already_public", "granted", "partial", "refused")),
    *_joined(
        ("replies.refused",),
        ("secret", "commercial", "privacy", "safety", "not_information", "other_law"),
    ),
    *_joined(("replies",), ("not_this_agency", "not_exist", "clarify", "other_way")),
    *_joined(("reconsideration", "litigation"), ("total", "upheld", "corrected", "other")),
    *("complaints.total", "fees.amount"),
    *_joined(
        ("organisation",),
        ("offices", "reading_points", "staff", "full_time", "part_time", "funds"),
    ),
    *("meetings.total", "trainings.total", "trainings.people"),
}
CODES = {
    "2021": {
        *_joined(("art20.1",), ("regulation", "normative"), ("made", "repealed", "in_force")),
        *("art20.5.licence.decisions", "art20.6.penalty.decisions", "art20.6.coercion.decisions"),
        "art20.8.fee.amount",
        *_requests(*CLOSED),
        *REVIEW,
    },
    "2019": {
        *_joined(("art20.1",), ("regulation", "normative"), ("made", "published", "total")),
        *_joined(("art20.5",), ("licence", "other_service"), ("previous", "change", "decisions")),
        *_joined(("art20.6",), ("penalty", "coercion"), ("previous", "change", "decisions")),
        *_joined(("art20.8.fee",), ("previous", "change")),
        *_joined(("art20.9.procurement",), ("projects", "amount")),
        *_requests("3.6"),
        *REVIEW,
    },
    "2014": OF_2014 | NATIONAL_ONLY,
    "2014-county": OF_2014,
}

# Contract section 4: slug, row of 2021, row of 2019, row of 2014.
OUTCOME_ROWS = """
granted                3.1    3.1    replies.granted
granted_public         3.1    3.1    replies.already_public
partial                3.2    3.2    replies.partial
refused_secret         3.3.1  3.3.1  replies.refused.secret
refused_law            3.3.2  3.3.2  replies.refused.other_law
refused_safety         3.3.3  3.3.3  replies.refused.safety
refused_commercial     3.3.4  3.3.4  replies.refused.commercial
refused_privacy        3.3.4  3.3.4  replies.refused.privacy
refused_internal       3.3.5  3.3.5  replies.refused.other_law
refused_process        3.3.6  3.3.6  replies.refused.other_law
refused_enforcement    3.3.7  3.3.7  replies.refused.other_law
refused_inquiry        3.3.8  3.3.8  replies.other_way
not_exist              3.4.1  3.4.1  replies.not_exist
not_this_agency        3.4.1  3.4.1  replies.not_this_agency
unable_create          3.4.2  3.4.2  replies.refused.other_law
unable_unclear         3.4.3  3.4.3  replies.clarify
declined_petition      3.5.1  3.5.1  replies.other_way
declined_duplicate     3.5.2  3.5.2  replies.other_way
declined_publication   3.5.3  3.5.3  replies.already_public
declined_excessive     3.5.4  3.5.4  replies.other_way
declined_reissue       3.5.5  3.5.5  replies.other_way
closed_uncorrected     3.6.1  3.6    replies.clarify
closed_unpaid          3.6.2  3.6    replies.other_way
closed_withdrawn       3.6.3  3.6    replies.other_way
closed_not_information 3.6.3  3.6    replies.refused.not_information
closed_other           3.6.3  3.6    replies.other_way
"""
ROWS = {slug: rows for slug, *rows in map(str.split, OUTCOME_ROWS.strip().splitlines())}
EVERY_EDITION = pytest.mark.parametrize("edition", editions().values(), ids=editions().keys())


def test_the_four_editions_are_shipped() -> None:
    assert set(editions()) == set(CODES)


@EVERY_EDITION
def test_the_codes_are_exactly_those_of_the_contract(edition: Edition) -> None:
    assert set(edition.cells) == CODES[edition.code]


@EVERY_EDITION
def test_every_cell_is_printed_once(edition: Edition) -> None:
    printed = [
        place.cell.text
        for grid in edition.grids
        for place in grid.cells
        if place.cell.kind == "figure"
    ]
    assert sorted(printed) == sorted(edition.cells)


@EVERY_EDITION
def test_relations_name_existing_cells(edition: Edition) -> None:
    named = {code for identity in edition.identities for code in (*identity.left, *identity.right)}
    assert named <= set(edition.cells)


@EVERY_EDITION
def test_cells_have_names_of_their_own(edition: Edition) -> None:
    titles = [cell.title for cell in edition.cells.values()]
    assert len(set(titles)) == len(titles)


def test_totals_of_2014_are_checked_by_g1_and_channels_are_not() -> None:
    for code in ("2014", "2014-county"):
        totals = {identity.right: identity for identity in editions()[code].identities}
        assert {identity.rule for identity in totals.values()} == {"G1"}
        assert {right for (right,) in totals} == {
            *("requests.received", "requests.finished", "replies.total", "replies.refused"),
            *("reconsideration.total", "litigation.total", "organisation.staff"),
        }


@pytest.mark.parametrize("code", ["2019", "2021"])
def test_the_printed_relations_hold_for_columns_rows_and_groups(code: str) -> None:
    edition = editions()[code]
    rules = [identity.rule for identity in edition.identities]
    rows = len(_requests(*(CLOSED if code == "2021" else ("3.6",)))) // 7
    assert {rule: rules.count(rule) for rule in set(rules)} == {
        "H1": 7,
        "H2": 7,
        "H3": rows,
        "H4": 3,
    }


def _outcome_cells(edition: Edition, slug: str) -> set[str]:
    """The rows in which a finished request of a natural person with this outcome counts."""
    return {
        code
        for code, cell in edition.cells.items()
        if slug in cell.measure.asks("outcome")
        and cell.measure.asks("applicant") in (frozenset(), {"natural"})
        and not code.endswith(".total")
        and not cell.sums
    }


@pytest.mark.parametrize("slug", OUTCOMES.slugs)
def test_an_outcome_falls_in_one_row_of_every_edition(slug: str) -> None:
    of_2021, of_2019, of_2014 = ROWS[slug]
    assert _outcome_cells(editions()["2021"], slug) == {f"requests.{of_2021}.natural"}
    assert _outcome_cells(editions()["2019"], slug) == {f"requests.{of_2019}.natural"}
    for code in ("2014", "2014-county"):
        assert _outcome_cells(editions()[code], slug) == {of_2014}


def _measures(edition: Edition) -> Iterator[Measure]:
    yield from (cell.measure for cell in edition.cells.values())
    yield from edition.fields.values()


@EVERY_EDITION
def test_measures_ask_for_what_there_is(edition: Edition) -> None:
    for measure in _measures(edition):
        if measure.of in BASES:
            attributes = BASES[measure.of](Period.of_year(2024)).attributes
            for name, asked in measure.where:
                assert asked <= set(attributes[name].words), (measure.of, name)
        elif measure.of in ("flow", "stock"):
            stock = measure.of == "stock"
            slugs = {one.slug for one in INDICATORS if getattr(one, "stock", None) is stock}
            assert measure.asks("indicator")
            assert measure.asks("indicator") <= slugs
        else:
            assert measure.of == "fees"


def test_every_indicator_fills_a_cell_of_some_edition() -> None:
    used = {
        slug
        for edition in editions().values()
        for measure in _measures(edition)
        for slug in measure.asks("indicator")
    }
    assert used == set(INDICATORS.slugs)


def test_the_edition_follows_the_year() -> None:
    in_use = {year: edition_for(year).code for year in range(2014, 2027)}
    assert in_use == {
        **dict.fromkeys(range(2014, 2019), "2014"),
        **dict.fromkeys((2019, 2020), "2019"),
        **dict.fromkeys(range(2021, 2027), "2021"),
    }


PRINTED = {
    "2021": ["第二十条第（八）项", "本年收费金额（单位：万元）", "行政规范性文件", "现行有效件数"],
    "2019": [
        "第二十条第（九）项",
        "对外公开总数量",
        "本年增/减",
        "其他对外管理服务事项",
        "规范性文件",
    ],
    "2014": [
        "统计指标",
        "一、主动公开情况",
        "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
        "　其中：主动公开规范性文件数",
        "　　　　制发规范性文件总数",
        "　5.其他方式公开政府信息数",
        "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
        "　　其中：主要负责同志参加政府网站在线访谈次数",
        "（一）维持具体行政行为或者驳回原告诉讼请求数",
        "　1.专职人员数（不包括政府公报及政府网站工作人员数）",
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "九、政府信息公开会议和培训情况",
    ],
    "2014-county": [
        "（一）主动公开政府信息数",
        "　　　　制发规范性文件总数",
        "　1.网站公开政府信息数",
        "　2.其他方式公开政府信息数",
        "二、依申请公开情况",
        "　2.兼职人数",
        "（四）政府信息公开专项经费（不包括政府网站建设维护等方面的经费）",
        "八、政府信息公开会议和培训情况",
    ],
}


@EVERY_EDITION
def test_the_printed_words_are_those_of_the_form(edition: Edition) -> None:
    words = {place.cell.text for grid in edition.grids for place in grid.cells}
    assert set(PRINTED[edition.code]) <= words


def test_table_three_differs_only_in_other_handling() -> None:
    def words(code: str) -> list[str]:
        grid = editions()[code].grid("requests")
        return [place.cell.text for place in grid.cells if place.cell.kind != "figure"]

    common = [word for word in words("2021") if word in words("2019")]
    assert [word for word in words("2021") if word not in common] == [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ]


def test_county_table_has_no_chapter_on_responses_and_later_numerals_shift() -> None:
    def sections(code: str) -> list[str]:
        words = [place.cell.text for place in editions()[code].grid("statistics").cells]
        return [word for word in words if word[1:2] == "、"]

    national, county = sections("2014"), sections("2014-county")
    assert [word[0] for word in national] == list("一二三四五六七八九")
    assert [word[0] for word in county] == list("一二三四五六七八")
    assert [word[1:] for word in county] == [
        word[1:] for word in national if "回应解读" not in word
    ]


@EVERY_EDITION
def test_the_lines_around_the_table_ask_for_what_the_form_asks(edition: Edition) -> None:
    fields = [
        field
        for line in (*edition.above, *edition.below)
        for piece in line.pieces
        for field in fields_in(piece)
    ]
    people = ["单位负责人", "审核人", "填报人", "联系电话", "填报日期"]
    assert [field for field in fields if field != "年度"] == ["单位名称", *people]
