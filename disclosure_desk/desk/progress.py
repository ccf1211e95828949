"""A window that says what takes long; it appears after half a second."""

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from disclosure_desk.desk.jobs import Job, Jobs

_PATIENCE_MS = 500
_LOOK_MS = 30


class _Progress(QProgressDialog):
    """Hears of progress on the thread of the window, whichever thread tells it."""

    def tell(self, done: int, total: int, words: str) -> None:
        self.setMaximum(total)
        self.setValue(min(done, total - 1))  # the last step is the end of the job
        self.setLabelText(words)


def show_progress(job: Job, text: str, window: QWidget) -> QProgressDialog:
    """Tell of a job that cannot be stopped half-way; goes away when it ends."""
    dialog = _made(job, text, window)
    dialog.setCancelButton(None)
    return dialog


def show_stoppable(job: Job, text: str, window: QWidget) -> QProgressDialog:
    """Tell how far a job is that can be stopped; it ends at its next report."""
    dialog = _made(job, text, window)
    dialog.setCancelButtonText("停止")
    dialog.canceled.connect(job.cancel)
    job.progressed.connect(dialog.tell, Qt.ConnectionType.QueuedConnection)
    return dialog


def wait_in_sight(jobs: Jobs, text: str, window: QWidget) -> None:
    """Wait until nothing is under way, as before an office is closed on a slow server.

    After half a second the window goes on being drawn and says what it waits for; what is
    pressed meanwhile waits, too.
    """
    if jobs.settle(_PATIENCE_MS):
        return
    dialog = QProgressDialog(text, "", 0, 0, window)
    dialog.setWindowTitle("信息公开工作台")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setCancelButton(None)
    dialog.setMinimumDuration(0)
    dialog.show()
    loop, look = QEventLoop(), QTimer(interval=_LOOK_MS)
    look.timeout.connect(lambda: None if jobs.under_way else loop.quit())
    look.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    look.stop()
    dialog.reset()
    dialog.deleteLater()


def _made(job: Job, text: str, window: QWidget) -> _Progress:
    dialog = _Progress(text, "", 0, 0, window)
    dialog.setWindowTitle("信息公开工作台")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(_PATIENCE_MS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setValue(0)
    job.ended.connect(dialog.reset)
    job.ended.connect(dialog.deleteLater)
    return dialog
