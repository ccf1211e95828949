"""Asks why a step of a request is taken away (删除步骤); without a reason it stays."""

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.dialogs.reason_asked import ReasonAsked, Wording

_WORDING = Wording(
    title="删除步骤",
    label="删除原因",
    example="如：登记到别的申请上了",
    notes="步骤放进“编辑—回收站”，可以原样放回；内容和原因也保留在修改记录里。",
    act="删除",
    icon="remove",
)


class StepRemoval(ReasonAsked):
    """Names the step and takes the reason."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(f"删除“{name}”这一步？", _WORDING, parent)
