"""Who gets in (安全): encryption and start password of the office, lock of this computer."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.password_choice import PasswordChoice
from disclosure_desk.desk.forms.ui_security_settings import Ui_SecuritySettings
from disclosure_desk.desk.machine_settings import LOCK_MINUTES
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from disclosure_desk.desk.jobs import Report
    from disclosure_desk.storage.start_password import KeptPassword

_MINUTES = {
    "0": "不锁定",
    "5": "5分钟",
    "10": "10分钟",
    "15": "15分钟",
    "30": "30分钟",
    "60": "1小时",
}
_NONE = (
    "没有密码",
    "谁坐到这台电脑前，或者拷走这个文件，都能看到里面的内容。",
)
_START = (
    "设置了启动密码",
    "打开程序要输入密码。文件本身没有加密：启动密码只防旁人顺手翻看，"
    "不防拿走文件用别的程序打开；要防拷走，请加密数据库。",
)
_ENCRYPTED = (
    "已加密",
    "文件、日志和以后的备份都已加密，打开要输入密码或恢复密钥；导出的表格、报告和文书不加密。",
)
_ON_SERVER = "数据在服务器上，文件的加密由服务器的管理员设置；这里可以设置启动密码。"
_LOST = "密码和恢复密钥都丢了，谁也打不开这个文件和它的备份，包括软件的开发者。"


class SecuritySettings(QWidget):
    """Asks for the passwords; the office is closed and opened again for its encryption."""

    title = "安全"
    encrypt_wanted = Signal(str)  # by this password
    decrypt_wanted = Signal()
    lock_wanted = Signal()
    password_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ui = Ui_SecuritySettings()
        self.ui.setupUi(self)
        self._kept: KeptPassword | None = None
        for slug, word in _MINUTES.items():
            self.ui.lock_minutes.addItem(word, slug)
        self.ui.label_lock_hint.setText(
            "设置了密码才能锁定。锁定时所有窗口都收起来，填写的内容保留，备份照常进行；"
            "输入密码后回到原来的地方。"
        )
        self.reload()
        self._connect()

    def reload(self) -> None:
        """Show what protects the office now."""
        from disclosure_desk.storage.start_password import start_password_of

        self._show(None)
        self.desk.look_up(start_password_of, succeeded=self._show)
        with QSignalBlocker(self.ui.lock_minutes):
            place = self.ui.lock_minutes.findData(LOCK_MINUTES.value())
            self.ui.lock_minutes.setCurrentIndex(max(place, 0))

    @property
    def _is_encrypted(self) -> bool:
        from disclosure_desk.storage.encryption import is_encrypted_file

        path = self.desk.database.path
        return path is not None and is_encrypted_file(path)

    def _show(self, kept: "KeptPassword | None") -> None:
        self._kept = kept
        ui, encrypted = self.ui, self._is_encrypted
        state, meaning = _ENCRYPTED if encrypted else _START if kept else _NONE
        on_server = self.desk.database.path is None
        ui.label_state.setText(state)
        ui.label_meaning.setText(_ON_SERVER if on_server and not kept else meaning)
        ui.encrypt.setVisible(not encrypted and not on_server)
        ui.set_password.setVisible(not encrypted and kept is None)
        ui.change_password.setVisible(encrypted or kept is not None)
        ui.new_recovery.setVisible(encrypted)
        ui.take_off.setVisible(encrypted or kept is not None)
        ui.take_off.setText("取消加密…" if encrypted else "取消启动密码…")
        may_write = not self.desk.database.is_read_only
        for button in (
            *(ui.encrypt, ui.set_password, ui.change_password, ui.new_recovery, ui.take_off),
        ):
            button.setEnabled(may_write)
        ui.lock_now.setEnabled(encrypted or kept is not None)

    # ------------------------------------------------------------------ asking

    def _ask(self, act: Callable[[], None]) -> None:
        """Ask first whether this person may."""
        from disclosure_desk.commands.protection import ask_for_security

        actor = self.desk.actor
        self.desk.look_up(
            lambda session: ask_for_security(session, actor), succeeded=lambda _nothing: act()
        )

    def _encrypt(self) -> None:
        from disclosure_desk.storage.file_key import SHORTEST_PASSWORD

        form = PasswordChoice(
            "加密单位数据库",
            "加密时关闭并重新打开数据库，原来的文件换成加密的。完成后显示恢复密钥，请准备打印。",
            self,
            warning=_LOST,
            shortest=SHORTEST_PASSWORD,
        )
        form.chosen.connect(lambda _present, fresh: self._recode(form, fresh))
        form.open()

    def _set_password(self) -> None:
        from disclosure_desk.storage.start_password import SHORTEST

        form = PasswordChoice(
            "设置启动密码", "在任何一台电脑上用本程序打开这个单位，都要先输入它。", self,
            warning="启动密码只防旁人翻看，文件本身不加密。", shortest=SHORTEST,
        )  # fmt: skip
        form.chosen.connect(lambda _present, fresh: self._keep(form, fresh))
        form.open()

    def _change_password(self) -> None:
        from disclosure_desk.storage.file_key import SHORTEST_PASSWORD
        from disclosure_desk.storage.start_password import SHORTEST

        encrypted = self._is_encrypted
        lead = (
            "更换以后，旧的恢复密钥只能打开以前的备份；完成后显示新的恢复密钥。"
            if encrypted
            else "下次打开时用新密码。"
        )
        form = PasswordChoice(
            "更换密码", lead, self,
            asks_present=True, shortest=SHORTEST_PASSWORD if encrypted else SHORTEST,
        )  # fmt: skip
        act = self._recode if encrypted else self._keep
        form.chosen.connect(
            lambda present, fresh: self._check(form, present, partial(act, form, fresh))
        )
        form.open()

    def _new_recovery(self) -> None:
        form = PasswordChoice(
            "换新恢复密钥",
            "密码不变。旧的恢复密钥以后只能打开以前的备份；完成后显示新的恢复密钥。",
            self,
            asks_present=True,
        )
        form.chosen.connect(
            lambda present, _fresh: self._check(
                form, present, partial(self._recode, form, present), is_password=True
            )
        )
        form.open()

    def _take_off(self) -> None:
        encrypted = self._is_encrypted
        title = "取消加密" if encrypted else "取消启动密码"
        lead = "取消以后，拿到文件的人都能打开它。" if encrypted else "以后打开时不再要密码。"
        form = PasswordChoice(title, lead, self, asks_present=True)
        act = partial(self._lay_open, form) if encrypted else partial(self._drop, form)
        form.chosen.connect(lambda present, _fresh: self._check(form, present, act))
        form.open()

    # ------------------------------------------------------------------ acting

    def _check(
        self,
        form: PasswordChoice,
        present: str,
        then: Callable[[], None],
        *,
        is_password: bool = False,
    ) -> None:
        """Go on once the present password is the right one; a recovery key will do, too.

        Where the same password is set again (`is_password`) it will not.
        """
        from disclosure_desk.storage.file_connections import encrypted_head
        from disclosure_desk.storage.file_key import key_by, key_by_password

        path, kept = self.desk.database.path, self._kept
        head = encrypted_head(path) if path is not None else b""

        def work(_report: "Report") -> None:
            if head:
                (key_by_password if is_password else key_by)(head, present)
            elif kept is not None:
                kept.must_be(present)

        self.desk.jobs.start(work, succeeded=lambda _nothing: then(), failed=partial(_refuse, form))

    def _recode(self, form: PasswordChoice, password: str) -> None:
        form.accept()
        self.encrypt_wanted.emit(password)

    def _lay_open(self, form: PasswordChoice) -> None:
        form.accept()
        self.decrypt_wanted.emit()

    def _keep(self, form: PasswordChoice, password: str) -> None:
        from disclosure_desk.commands.protection import set_start_password

        self.desk.run(
            lambda session: set_start_password(session, password),
            self,
            succeeded=lambda _done: self._is_kept(form),
            failed=partial(_refuse, form),
        )

    def _drop(self, form: PasswordChoice) -> None:
        from disclosure_desk.commands.protection import take_off_start_password

        self.desk.run(
            take_off_start_password,
            self,
            succeeded=lambda _done: self._is_kept(form),
            failed=partial(_refuse, form),
        )

    def _is_kept(self, form: PasswordChoice) -> None:
        form.accept()
        self.reload()
        self.password_changed.emit()

    def _connect(self) -> None:
        ui = self.ui
        for button, act in (
            (ui.encrypt, self._encrypt),
            (ui.set_password, self._set_password),
            (ui.change_password, self._change_password),
            (ui.new_recovery, self._new_recovery),
            (ui.take_off, self._take_off),
        ):
            button.clicked.connect(partial(self._ask, act))
        ui.lock_minutes.currentIndexChanged.connect(
            lambda row: LOCK_MINUTES.keep(ui.lock_minutes.itemData(row))
        )
        ui.lock_now.clicked.connect(self.lock_wanted)


def _refuse(form: PasswordChoice, error: Exception) -> None:
    if not isinstance(error, KnownError):
        raise error
    form.refuse(str(error))
