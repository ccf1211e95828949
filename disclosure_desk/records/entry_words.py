"""The words that clerks use for fields, channels and kinds beside the official ones.

They are for what a person types or pastes and sees read back at once; the ledger workbook keeps
to the headings and closed lists of its own.
"""

import re
from functools import cache

from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.terms import CHANNELS, DOCUMENT_KINDS
from disclosure_desk.records.wording import folded

_DEPARTMENTS = "科室 股室 部门 承办科室 责任科室 承办部门 责任部门 承办股室 责任股室"
_HEADINGS = {
    "publication": {
        "title": "标题 名称 文件名称 文件标题 信息标题 题名",
        "index_number": "信息索引号 索引编号",
        "document_number": "发文字号 发文号 发文文号 文件字号 文件编号",
        "category": "类别 分类 信息分类 栏目",
        "document_kind": "性质",
        "department": _DEPARTMENTS,
        "made_on": "成文日期 成文时间 生成时间 印发日期 印发时间 发文日期 发文时间 落款日期",
        "published_on": "日期 发布日期 发布时间 公开时间 上网日期 上网时间",
        "channels": "渠道 发布渠道 公开方式 公开形式 发布平台",
        "effective_on": "施行日期 实施日期 生效时间",
        "valid_until": "有效期 有效期止",
        "repealed_on": "废止时间",
        "url": "链接 网页链接 链接地址 网页地址 公开网址",
        "secrecy_reviewer": "保密审查 审查人 保密审查人员",
        "note": "说明",
    },
    "request": {
        "number": "编号 登记编号",
        "received_on": "收到时间 收件日期 收件时间",
        "received_via": "申请方式 提交方式 申请渠道",
        "applicant_kind": "申请人类别 申请人性质",
        "applicant_name": "申请人 姓名 申请人姓名 姓名或名称",
        "id_number": "证件号 身份证号 身份证号码",
        "phone": "电话 手机 手机号 手机号码",
        "address": "地址 通讯地址 通信地址",
        "content": "内容 申请事项 申请公开内容 申请公开的内容 所需政府信息",
        "delivery_wanted": "信息获取方式",
        "department": _DEPARTMENTS,
        "finished_on": "办结时间 答复日期 答复时间",
        "outcome": "答复结果 结果",
        "reply_number": "答复书文号 文号",
        "note": "说明",
    },
    "dispute": {
        "number": "编号 案号",
        "kind": "案件类型",
        "accepted_on": "受理时间 立案日期 立案时间",
        "concluded_on": "审结时间 结案日期 结案时间",
        "result": "审理结果 复议结果 裁判结果",
        "note": "说明",
    },
    "indicator": {
        "dated_on": "填报日期 时间",
        "indicator": "指标名称",
        "amount": "数量 数额 数字",
        "department": _DEPARTMENTS,
        "note": "备注",
    },
}
_NOTE_IN_HEADING = re.compile(r"\(.*\)$")

# The four channels with a row of their own, as they are called in the office.
_SPOKEN_CHANNELS = {
    "gazette": "公报 县公报 县政府公报",
    "website": "网站 官网 门户网站 政府门户网站 门户 官方网站 信息公开网",
    "weibo": "微博 官微博 官方微博",
    "wechat": "微信 公众号 微信公众号 官方微信 政务公众号",
}
# Channels that all count as 其他方式: kept in these words.
_OTHER_CHANNELS = {
    "公开栏": "公开栏 政务公开栏 村务公开栏",
    "公示栏": "公示栏 公告栏 宣传栏",
    "新闻发布会": "新闻发布会 发布会 记者会 新闻通气会",
    "报纸": "报纸 日报 县报",
    "广播电视": "广播电视 电视 广播 电视台 广播电台",
    "查阅点": "查阅点 查阅场所 查阅中心 档案馆 图书馆",
    "便民手册": "便民手册 手册 明白纸",
    "政务服务大厅": "政务服务大厅 服务大厅 政务大厅 办事大厅",
    "电子显示屏": "电子显示屏 电子屏 显示屏 大屏",
    "客户端": "客户端 手机客户端 APP",
    "抖音": "抖音 政务抖音 抖音号",
    "视频号": "视频号 微信视频号",
}
_SPOKEN_KINDS = {
    "regulation": "规章 政府规章",
    "normative": "规范性文件 行政规范性文件 规范文件",
    "other": "非规范性文件 其他文件",
}


@cache
def _fields_by_heading(kind: str) -> dict[str, str]:
    named = {folded(field.label): name for name, field in FIELDS[kind].items()}
    for name, words in _HEADINGS[kind].items():
        for word in words.split():
            named.setdefault(folded(word), name)
    return named


def field_of_heading(kind: str, heading: str) -> str | None:
    """The field that a column is headed with: its label, or what offices write instead.

    A `*`, a unit or a note in brackets behind it does not matter.
    """
    plain = folded(heading).strip("*:")
    named = _fields_by_heading(kind)
    return named.get(plain) or named.get(_NOTE_IN_HEADING.sub("", plain).strip("*:"))


@cache
def _channels_by_name() -> dict[str, str]:
    named = {
        folded(word): CHANNELS.label_of(slug)
        for slug, words in _SPOKEN_CHANNELS.items()
        for word in (CHANNELS.label_of(slug), *words.split())
    }
    named |= {
        folded(word): channel
        for channel, words in _OTHER_CHANNELS.items()
        for word in words.split()
    }
    return named


def channel_called(word: str) -> str | None:
    """The channel that a word means; None for a word that need not be a channel."""
    return _channels_by_name().get(folded(word))


@cache
def _kinds_by_name() -> dict[str, str]:
    named = {folded(term.label): term.slug for term in DOCUMENT_KINDS}
    return named | {
        folded(word): slug for slug, words in _SPOKEN_KINDS.items() for word in words.split()
    }


def document_kind_called(word: str) -> str | None:
    """The kind of document (文件性质) that a word means."""
    return _kinds_by_name().get(folded(word))
