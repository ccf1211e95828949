"""The columns of the ledger are a promise to other programs: exact names, exact order."""

import pytest

from disclosure_desk.exchange.ledger_format import OFFICE_SHEET, REGISTER_SHEETS, LedgerSheet
from disclosure_desk.records.cards import FIELDS

PROMISED = {
    "单位信息": "单位名称, 单位负责人, 审核人, 填报人, 联系电话, 地址, 邮编, 网址, 电子邮箱",
    "主动公开": (
        "编号, 信息名称, 索引号, 文号, 信息类别, 文件性质, 责任科室, 生成日期, 公开日期, 公开渠道, "
        "生效日期, 有效期至, 废止日期, 网址, 保密审查人, 备注"
    ),
    "依申请公开": (
        "申请编号, 收到日期, 收到方式, 申请人类型, 申请人名称, 证件号码, 联系电话, 联系地址, "
        "申请内容, 获取方式, 承办科室, 补正告知日期, 补正收到日期, 征求意见发出日期, "
        "征求意见收到日期, 延期告知日期, 延长工作日数, 收费通知日期, 缴费日期, 收费金额, 办结日期, "
        "办理结果, 答复文号, 送达方式, 送达日期, 备注"
    ),
    "复议诉讼": (
        "案件编号, 类型, 申请编号, 受理日期, 审结日期, 结果, 仅为共同被告的复议机关, 备注"
    ),
    "数据填报": "日期, 指标, 数值, 责任科室, 说明",
}
# What this program adds behind them: other programs may leave it out.
OWN = {
    "单位信息": (
        *("机关代字", "复议机关", "有管辖权的法院"),
        *("统一社会信用代码", "索引号格式", "文书代字"),
    ),
    "主动公开": ("保密审查日期", "保密审查结论"),
    "依申请公开": ("代理人", "原申请编号"),
}
SHEETS = (OFFICE_SHEET, *REGISTER_SHEETS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_headings_are_those_promised(sheet: LedgerSheet) -> None:
    promised = PROMISED[sheet.name].split(", ")
    assert list(sheet.headings[: len(promised)]) == promised
    assert sheet.headings[len(promised) :] == OWN.get(sheet.name, ())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_field_of_a_card_is_left_out(sheet: LedgerSheet) -> None:
    assert set(sheet.fields) == set(FIELDS[sheet.kind])


def test_leaves_out_identity_telephone_and_address_of_applicants() -> None:
    for sheet in SHEETS:
        left_out = set(sheet.headings) - set(sheet.without_personal().headings)
        expected = {"证件号码", "联系电话", "联系地址"} if sheet.kind == "request" else set()
        assert left_out == expected
