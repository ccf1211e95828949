"""Asks why figures of a signed year are corrected (更正原因); without a reason nothing is kept."""

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.dialogs.reason_asked import ReasonAsked, Wording

_WORDING = Wording(
    title="更正已签发年度的数字",
    label="更正原因",
    example="如：申请人来函说明是企业",
    notes="签发的数字不变；原因记入修改记录，更正的数字在统计页和下一年的报告里说明。",
    act="更正（Ctrl+Enter）",
    icon="save",
)


class CorrectionReason(ReasonAsked):
    """Says which years are touched and takes the reason."""

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(question, _WORDING, parent)
