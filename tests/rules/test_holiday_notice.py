"""Reading the State Council's holiday notices in all their wordings, and refusing others."""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.calendars import notice_from, shipped_notices
from disclosure_desk.rules.holiday_notice import LONGEST_NOTICE, festivals_missing, read_notice
from disclosure_desk.rules.working_days import Break, Extension
from disclosure_desk.shipped import shipped

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "cases" / "notices").glob("*.txt"))
}
TEXT = TEXTS["2026"]


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_of_a_notice_is_read_as_the_data_that_is_shipped(name: str) -> None:
    data = shipped(f"calendars/{name}.toml").read_text(encoding="utf-8")
    assert read_notice(TEXTS[name]) == notice_from(data)


def test_there_is_a_text_for_every_shipped_notice() -> None:
    assert len(TEXTS) == len(shipped_notices()) == 22


def _numbered(mark: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"([一二三四五六七])、(\w+)：", mark, text)


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: text.replace("至", "—"),
        lambda text: text.replace("至", "-"),
        lambda text: text.replace("至", " ～ "),
        lambda text: text.replace("至", "到"),
        lambda text: text.replace("周", "星期"),
        lambda text: text.replace("周日", "星期天"),
        lambda text: text.translate(str.maketrans("（）：，", "():,")),
        lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda text: re.sub(r"(\d+)", " \\1\u3000", text),
        lambda text: re.sub(r"(.{7})", r"\1\n", text),
        lambda text: re.sub(r"(.{3})", "\\1\r\n\u3000\u200b", text),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace("一、元旦：", "一、元旦\n").replace("春节：", "春节\u3000"),
        lambda text: re.sub(r"（[^（）]*周.）", "", text),
        lambda text: re.sub(r"（(周.)）", r"\1", text),
        lambda text: text.replace("1月1日", "01月01日"),
        lambda text: text.replace("共3天", "共三天"),
        lambda text: text.replace("放假，共3天", "放假3天"),
        lambda text: text.replace("（周日）上班", "（周日）正常上班"),
        lambda text: text.replace("元旦：1月1日", "元旦：2026年1月1日"),
        lambda text: f"新华社北京11月4日电 {text}\n[责编：甲]\n2025年11月05日 10:00",
        lambda text: f"{text}\n上一篇：国务院办公厅关于2025年部分节假日安排的通知 2024-11-12",
        lambda text: f"发布日期：2025年11月04日 {text}",
        lambda text: text.replace("6月19日", "6月19号"),
        lambda text: text.replace("2月14日（周六）、", "2月14日（周六）和"),
        lambda text: text.replace("1月1日（周四）至3日（周六）", "1月1-3日"),
        _numbered(r"——\2："),
        _numbered(r"（\1）\2："),
        _numbered(r"\2："),
        _numbered(r"\2假期\n"),
        lambda text: text.replace("四、劳动节：", "五一放假5天\n").replace("清明节：", "清明："),
    ],
)
def test_a_notice_written_in_another_way_says_the_same(rewritten: Callable[[str], str]) -> None:
    assert rewritten(TEXT) != TEXT
    assert read_notice(rewritten(TEXT)) == read_notice(TEXT)


def test_a_break_over_the_turn_of_the_year_needs_no_year() -> None:
    text = re.sub("2018年(12月[23])|2019年(1月1日)", r"\1\2", TEXTS["2019"])
    assert "元旦：12月30日至1月1日" in text
    assert read_notice(text) == read_notice(TEXTS["2019"])


def test_a_day_off_in_lieu_that_does_not_join_is_a_break_of_its_own() -> None:
    text = TEXTS["2016"].replace("5月2日（星期一）补休", "5月6日（星期五）补休")
    labour = [one for one in read_notice(text).breaks if one.name == "劳动节"]
    assert labour == [
        Break("劳动节", date(2016, 5, 1), date(2016, 5, 1)),
        Break("劳动节", date(2016, 5, 6), date(2016, 5, 6)),
    ]


def test_a_regional_festival_is_read_beside_the_seven() -> None:
    text = TEXTS["2011"].replace(
        "六、中秋节：",
        "六、火把节　7月24日至30日放假调休，共7天。7月31日（星期日）上班。\n七、中秋节：",
    )
    breaks = {one.name: one for one in read_notice(text).breaks}
    assert breaks["火把节"].worked == (date(2011, 7, 31),)
    assert len(breaks) == 8


def test_a_notice_without_title_number_and_signature_is_read_by_its_first_sentence() -> None:
    start, end = TEXT.index("各省"), TEXT.index("国务院办公厅\n2025")
    notice = read_notice(TEXT[start:end])
    assert (notice.number, notice.title, notice.issued) == ("", "", None)
    assert notice.breaks == read_notice(TEXT).breaks


def test_the_sentence_of_the_news_about_labour_day_is_an_amending_notice() -> None:
    notice = read_notice(
        "2019年劳动节放假安排调整为：2019年5月1日至4日放假调休，共4天。"
        "4月28日（星期日）、5月5日（星期日）上班。"
    )
    assert notice.amends
    assert notice.breaks == read_notice(TEXTS["2019-labour-day"]).breaks


def test_an_extension_without_its_title_is_still_one() -> None:
    text = TEXTS["2020-spring-festival"]
    notice = read_notice(text[text.index("各省") :])
    assert notice.extensions == (Extension("春节", date(2020, 2, 2)),)


def changed(name: str, was: str, now: str) -> str:
    assert was in TEXTS[name], was
    return TEXTS[name].replace(was, now, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            changed("2026", "1月1日（周四）", "1月1日（周五）"),
            "“1月1日（周五）”与日历不符，2026年1月1日是星期四",
        ),
        (changed("2026", "至3日（周六）", "至3日（周日）"), "“3日（周日）”与日历不符"),
        (changed("2026", "1月4日（周日）", "1月5日（周日）"), "“1月5日（周日）”与日历不符"),
        (changed("2008", "5月3日（星期六）", "5月3日（星期日）"), "“5月3日（星期日）”与日历不符"),
        (
            changed("2026", "2月28日（周六）", "2月30日（周六）"),
            "“2月30日（周六）”不是日历上有的日期",
        ),
        (changed("2026", "3日（周六）", "33日"), "“33日”不是日历上有的日期"),
        (changed("2026", "5月9日", "13月9日"), "“13月9日（周六）”不是日历上有的日期"),
        (changed("2026", "1月4日（周日）", "1月3日（周六）"), "元旦中1月3日既放假又上班"),
        (changed("2026", "5月9日（周六）", "4月4日（周六）"), "4月4日既放假又上班"),
        (changed("2026", "1月4日（周日）", "1月5日"), "元旦中“1月5日上班”有误，1月5日是星期一"),
        (changed("2026", "共9天", "共8天"), "春节中“共8天”与日期不符，所列日期是9天"),
        (changed("2014", "放假1天", "放假2天"), "元旦中“放假2天”与日期不符，所列日期是1天"),
        (
            changed("2026", "1月1日（周四）至3日（周六）", "1月3日（周六）至1日（周四）"),
            "“1月3日（周六）至1日（周四）”的最后一天不在第一天之后",
        ),
        (changed("2026", "至27日（周日）放假", "至11月27日放假"), "超过一个月"),
        (changed("2026", "至5日（周二）", "至5日（周二）至6日"), "看不懂"),
        (
            changed("2026", "9月25日（周五）至27日（周日）放假，共3天", "10月1日放假"),
            "10月1日在两个假期之内",
        ),
        (
            changed("2026", "6月19日（周五）至21日（周日）放假", "6月19日（周五）至21日（周日）"),
            "看不懂是放假还是上班",
        ),
        (
            changed(
                "2026", "6月19日（周五）至21日（周日）放假", "6月19日（周五）至21日（周日）不放假"
            ),
            "看不懂",
        ),
        (changed("2026", "5月9日（周六）上班。", "5月9日（周六）上班。详见5月x6日。"), "看不懂"),
        (
            changed("2026", "1月1日（周四）至3日（周六）", "1月2日（周五）至4日（周日）"),
            "1月4日既放假又上班",
        ),
        (changed("2020", "2020年1月1日", "2020年1月2日"), "元旦的放假日期里没有1月1日"),
        (
            changed("2026", "1月4日（周日）", "2025年1月4日（周六）"),
            "“2025年1月4日（周六）”不在2026年的放假安排之内",
        ),
        (changed("2026", "1月4日（周日）", "2028年1月4日"), "不在2026年的放假安排之内"),
        (changed("2019", "2018年12月30日", "2018年11月30日"), "不在2019年的放假安排之内"),
        (changed("2014", "9月8日放假", "9月10日放假"), "中秋节中说与周末连休，但9月10日不挨着周末"),
        (changed("2024", "6月10日放假", "6月1日放假"), "端午节中说与周末连休"),
        (changed("2026", "10月10日（周六）", "1月10日（周六）"), "离放假的日期太远"),
        (changed("2014", "4月7日（星期一）", "4月6日（星期日）"), "周末不用补休"),
        (changed("2014", "4月7日（星期一）", "4月5日（星期六）"), "周末不用补休"),
        (changed("2016", "5月1日放假，", "5月2日放假，"), "劳动节中5月2日说了两次放假"),
        (changed("2008", "5月2日（星期五）", "5月5日（星期一）"), "不在放假的日期之内"),
        (changed("2008", "5月4日（星期日）上班", "5月11日（星期日）上班"), "没有说上班"),
        (changed("2008", "5月4日（星期日）公休日", "5月5日公休日"), "不是公休日，不能调出"),
        (changed("2015-victory-day", "9月4日（星期五）", "9月7日（星期一）"), "不在放假的日期之内"),
        (changed("2020-spring-festival", "2月3日（星期一）", "2月4日（星期二）"), "前后不符"),
        (changed("2020-spring-festival", "2月3日（星期一）", "2月3日（星期二）"), "与日历不符"),
        (changed("2020-spring-festival", "2月2日（", "2月32日（"), "不是日历上有的日期"),
        (changed("2019-labour-day", "如下", ""), "没有读到调整后的放假安排"),
        (changed("2026", "2025年11月4日", "2025年11月31日"), "不是日历上有的日期"),
        (changed("2026", "现将2026年", "现将2025年"), "文中有2025年、2026年的放假安排"),
        (TEXTS["2025"] + TEXTS["2026"], "文中有2025年、2026年的放假安排"),
        (TEXT.replace("2026年", ""), "没有读到是哪一年的放假安排"),
        (TEXT.replace("2026年", "2027年"), "与日历不符"),
        (TEXT.replace("2026年", "0000年"), "不是日历上有的年份"),
        (TEXT + "一、元旦：1月1日放假。", "元旦的放假安排出现了两次"),
        (changed("2026", "1月1日（周四）至3日（周六）放假", "放假"), "没有读到元旦的放假安排"),
        (
            changed("2026", "1月1日（周四）至3日（周六）放假", "1月4日（周日）"),
            "1月4日既放假又上班",
        ),
        ("关于做好春节期间值班工作的通知", "这不是国务院办公厅的节假日安排通知"),
        ("2026年1月1日星期四", "这不是国务院办公厅的节假日安排通知"),
        ("", "这不是国务院办公厅的节假日安排通知"),
    ],
)
def test_a_text_that_contradicts_itself_is_refused_with_the_place(text: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_notice(text)
    sentence = str(refused.value)
    assert reason in sentence
    assert sentence.endswith("。")
    assert sentence.count("。") == 1


_PIECES = st.sampled_from(
    [
        *re.findall(r"\d+|[^\d]", TEXT),
        *re.findall(r"\d+|[^\d]", TEXTS["2008"]),
        "一、元旦：",
        "1月1日（周四）",
        "至3日",
        "放假",
        "共3天。",
        "补休",
        "上班。",
        "其中，",
        "公休日调至",
        "关于2026年部分节假日安排的通知",
        "国务院办公厅",
        "延长2020年春节假期至",
        "纪念日放假的通知",
    ]
)


def read_or_refused(text: str) -> None:
    with suppress(Refusal):
        assert read_notice(text).year


@given(st.text())
@example("\ud800")
@example("国务院办公厅关于二的通知国务院〇〇〇〇年十月十日")
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_heap_of_pieces_of_a_notice_is_read_or_refused(text: str) -> None:
    read_or_refused("关于2026年部分节假日安排的通知一、元旦：" + text)


@given(st.integers(0, len(TEXT) - 1), _PIECES)
def test_a_notice_with_one_sign_changed_is_read_or_refused(place: int, piece: str) -> None:
    read_or_refused(TEXT[:place] + piece + TEXT[place + 1 :])


@pytest.mark.parametrize(
    "piece",
    [
        "一、元旦：1月1日",
        "1月1日至",
        "元旦、",
        "春节",
        "关于2026年",
        "国务院办公厅关于",
        "调整2026年元旦、",
        "2026年元旦、春节",
        "国务院2025年1月1日",
        "(",
        "一、",
        " \n",
        "鼓励",
        "\ufdfa",
    ],
)
def test_a_long_heap_is_refused_before_anyone_grows_impatient(piece: str) -> None:
    text = (piece * LONGEST_NOTICE)[:LONGEST_NOTICE]
    start = time.process_time()
    with pytest.raises(Refusal):
        read_notice(text)
    assert time.process_time() - start < 10


def test_a_day_told_a_thousand_times_is_refused_at_once() -> None:
    head = "关于2026年部分节假日安排的通知一、元旦：1月1日"
    with pytest.raises(Refusal, match="1月2日说了两次放假"):
        read_notice(head + "、2日" * 60_000 + "放假。")


def test_a_text_longer_than_any_notice_is_refused_unread() -> None:
    with pytest.raises(Refusal, match="这份文字太长"):
        read_notice(TEXT + "。" * LONGEST_NOTICE)


def test_a_text_cut_short_is_read_and_says_what_it_lacks() -> None:
    notice = read_notice(TEXT[: TEXT.index("四、劳动节")])
    assert [one.name for one in notice.breaks] == ["元旦", "春节", "清明节"]
    assert festivals_missing(notice) == ("劳动节", "端午节", "中秋节", "国庆节")
    assert festivals_missing(read_notice(TEXT)) == ()


def test_weekdays_may_be_told_of_a_whole_stretch() -> None:
    text = "国务院办公厅关于2027年部分节假日安排的通知一、元旦：1月1日至3日（周五至周日）放假。"
    [new_year] = read_notice(text).breaks
    assert (new_year.first.day, new_year.last.day) == (1, 3)
    with pytest.raises(Refusal):
        read_notice(text.replace("周日", "周六"))
