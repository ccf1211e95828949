"""A window that says what takes long; it appears after half a second."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from disclosure_desk.desk.jobs import Job

_PATIENCE_MS = 500


def show_progress(job: Job, text: str, window: QWidget) -> QProgressDialog:
    """Tell of a job that cannot be stopped half-way; goes away when it ends."""
    dialog = QProgressDialog(text, "", 0, 0, window)
    dialog.setWindowTitle("信息公开工作台")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setCancelButton(None)
    dialog.setMinimumDuration(_PATIENCE_MS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setValue(0)
    job.ended.connect(dialog.reset)
    job.ended.connect(dialog.deleteLater)
    return dialog
