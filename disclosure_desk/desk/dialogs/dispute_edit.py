"""The form of a reconsideration or lawsuit (复议诉讼)."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.forms.ui_dispute_edit import Ui_DisputeEdit
from disclosure_desk.desk.lookups import request_in_short


class DisputeEdit(RecordDialog):
    """Names the request that it is about, and shows whether the register holds it."""

    kind = "dispute"
    numbered_by = "accepted_on"
    proposing: ClassVar = {"request_number": ("request", "number")}

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_DisputeEdit(), desk, record_id, parent)

    def prepare(self) -> None:
        self.ui.request_number.edited.connect(self._show_request)

    def shown_anew(self) -> None:
        self._show_request()

    def _show_request(self) -> None:
        number = self.ui.request_number.value()
        if number is None:
            self.ui.label_request.setText("不针对某件依申请公开的，申请编号可以不填。")
            return
        with self.desk.database.reading() as session:
            found = request_in_short(session, str(number))
        words = f"所涉申请：{found}" if found else f"登记簿里没有编号为“{number}”的申请，请核对。"
        self.ui.label_request.setText(words)
