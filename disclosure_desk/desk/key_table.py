"""All keys of the desk in one table: the sheet shows it, the menus take their keys from it.

A test opens every page and form and compares what it finds with this table, both ways.
"""

from dataclasses import dataclass

WINDOW, LIST, FORM, FIELD = "主窗口", "列表", "表单", "日期栏和选择框"
REQUEST, STEP = "依申请公开", "步骤、文书和其他"
ENTRY, REPORT = "快速登记、粘贴多行", "年度报告、核查汇总"
PLACES = (WINDOW, LIST, ENTRY, FORM, FIELD, REQUEST, REPORT, STEP)


@dataclass(frozen=True, slots=True)
class Keys:
    """A line of the sheet: where, which keys, what they do.

    `told` is what the sheet writes where the keys are many (Alt+1 … Alt+9). `action` names the
    entry of a menu that has the keys. `by_widget` says that no shortcut is behind them: the
    field or list itself understands them.
    """

    place: str
    sequences: tuple[str, ...]
    does: str
    told: str = ""
    action: str = ""
    by_widget: bool = False

    @property
    def written(self) -> str:
        """How the sheet writes the keys."""
        return self.told or "、".join(one.replace("Return", "Enter") for one in self.sequences)


def _menu(keys: str, action: str, does: str) -> Keys:
    return Keys(WINDOW, (keys,), does, action=action)


_PAGES = tuple(f"Alt+{number}" for number in range(1, 10))
_STEPS = (*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+0", "Ctrl+-")
_SAVE_AND_NEXT = ("Ctrl+Return", "Ctrl+Enter")

KEYS = (
    Keys(WINDOW, _PAGES, "换页", told="Alt+1 … Alt+9"),
    Keys(WINDOW, ("Alt+0",), "到右上角的年度，用↑、↓换一年"),
    _menu("Ctrl+N", "add_record", "新增一条"),
    _menu("Ctrl+J", "quick_line", "快速登记一行主动公开信息"),
    _menu("Ctrl+Shift+V", "paste_rows", "粘贴多行（从 Excel 或 WPS 复制的）"),
    _menu("Ctrl+F", "find_text", "查找"),
    _menu("Ctrl+K", "find_anywhere", "查找全部登记：编号、文字或拼音首字母"),
    _menu("Ctrl+Z", "undo", "撤销今天的上一步（输入栏里：撤销刚打的字）"),
    Keys(WINDOW, ("Ctrl+Y", "Ctrl+Shift+Z"), "重做刚撤销的一步", action="redo"),
    _menu("Ctrl+O", "open_office", "打开另一个单位数据库"),
    _menu("Ctrl+Shift+O", "open_server", "打开服务器上的单位数据库"),
    _menu("Ctrl+I", "import_ledger", "导入台账"),
    _menu("Ctrl+E", "export_year", "导出统计表、报告和台账"),
    _menu("Ctrl+Shift+P", "switch_person", "切换人员：现在是谁在登记"),
    _menu("Ctrl+H", "show_office_journal", "全部修改记录，包括已删除的记录"),
    _menu("F9", "show_days", "今日、依申请公开：答复期限逐日查看"),
    _menu("Ctrl+=", "font_larger", "字大一号"),
    _menu("Ctrl+-", "font_smaller", "字小一号"),
    _menu("Ctrl+0", "font_normal", "标准字号"),
    Keys(
        WINDOW,
        ("Ctrl+Tab", "Ctrl+Shift+Tab"),
        "设置等有标签的页：下一个、上一个标签",
        by_widget=True,
    ),
    _menu("F1", "show_help", "使用手册，翻到正在看的页或表单"),
    _menu("Ctrl+/", "show_keys", "按键一览"),
    _menu("Ctrl+Shift+K", "lock_now", "锁定：收起所有窗口，输入密码再回来"),
    _menu("Ctrl+Q", "quit", "退出"),
    Keys(LIST, ("Return", "Enter"), "打开", told="Enter"),
    Keys(LIST, ("Del",), "删除（要写原因）", told="Delete"),
    Keys(LIST, ("Ctrl+R",), "登记簿：复核选中的记录（本单位要求复核的）"),
    Keys(LIST, ("Alt+Q",), "登记簿：全部年度，或只看一年", by_widget=True),
    Keys(LIST, ("Ctrl+L",), "登记簿：筛选，保存和使用筛选"),
    Keys(LIST, ("Ctrl+Shift+X",), "登记簿：清除筛选"),
    Keys(LIST, ("Ctrl+T",), "登记簿：按光标所在的列排序，再按一次倒过来（←、→ 换列）"),
    Keys(LIST, ("Ctrl+G",), "登记簿：按一列分组计数"),
    Keys(LIST, ("Ctrl+B",), "登记簿：批量修改选中的或所列的记录"),
    Keys(LIST, ("Ctrl+C", "Ctrl+Shift+C"), "登记簿：复制选中的记录，含表头、不含表头"),
    Keys(LIST, ("Ctrl+Shift+E",), "登记簿：导出所列的记录"),
    Keys(LIST, ("Ctrl+Shift+L",), "登记簿：选择列和列的顺序"),
    Keys(LIST, ("Alt+Up", "Alt+Down"), "选择列：上移、下移", told="Alt+↑、Alt+↓"),
    Keys(LIST, ("Esc",), "年度统计的记录列表：回到表上的数字"),
    Keys(ENTRY, _SAVE_AND_NEXT, "登记", told="Ctrl+Enter"),
    Keys(
        ENTRY, ("Return",), "快速登记：都确定时登记，否则到待核对处", told="Enter", by_widget=True
    ),
    Keys(
        ENTRY,
        ("Down",),
        "快速登记：到下面核对；那里 Enter 修改、Delete 放回标题",
        told="↓",
        by_widget=True,
    ),
    Keys(ENTRY, ("Esc",), "快速登记：按两次清空；粘贴多行：关闭，内容留着", by_widget=True),
    Keys(ENTRY, ("Ctrl+D", "Ctrl+-", "F6"), "粘贴多行：向下填充、删去所选行、到下一处有错"),
    Keys(ENTRY, ("Ctrl+Z", "Ctrl+Y"), "粘贴多行：撤销、重做"),
    Keys(FORM, ("Return",), "下一栏", told="Enter", by_widget=True),
    Keys(FORM, ("Up", "Down"), "上一栏、下一栏", told="↑、↓", by_widget=True),
    Keys(FORM, ("Ctrl+S",), "保存，继续填写"),
    Keys(FORM, _SAVE_AND_NEXT, "保存并新增下一条；修改时保存并关闭", told="Ctrl+Enter"),
    Keys(FORM, ("Ctrl+Shift+H",), "这一栏填过的内容，可以恢复其中一个"),
    Keys(FORM, ("Esc",), "关闭，没有保存的内容存为草稿", by_widget=True),
    Keys(FORM, ("F2",), "固定或取消固定这一栏，新增下一条时沿用"),
    Keys(FORM, ("F5", "Shift+F5"), "恢复上次未保存的内容、放弃它"),
    Keys(FORM, ("F6", "F8"), "到下一处要核对的地方、列出全部"),
    Keys(FORM, ("Ctrl+R",), "复核这条记录，或看复核的意见"),
    Keys(FORM, ("Ctrl+D",), "这一栏与上一条相同"),
    Keys(FORM, ("Ctrl+Shift+D",), "复制成新的一条，日期和编号留空"),
    Keys(
        FIELD,
        ("1",),
        "不超过9项的选择框里：选第几项；项数更多的用↑、↓，或按Alt+↓打开",
        told="1 … 9",
        by_widget=True,
    ),
    Keys(
        FIELD,
        ("x",),
        "选择框里：写拼音首字母选一项，如 yygk 选“予以公开”",
        told="字母",
        by_widget=True,
    ),
    Keys(FIELD, ("t",), "日期栏里：今天、昨天、后一天、前一天", told="t、z、+、-", by_widget=True),
    Keys(REPORT, ("F6", "Shift+F6", "F8"), "下一处、上一处核对结果，到核对结果的列表"),
    Keys(REPORT, ("Alt+Return",), "正文里：换成建议的字段或写法", told="Alt+Enter", by_widget=True),
    Keys(
        REPORT,
        ("Ctrl+Return",),
        "正文里的字段：到统计表看这个数字",
        told="Ctrl+Enter",
        by_widget=True,
    ),
    Keys(REPORT, ("【",), "正文里：列出可用的字段，可以接着写拼音首字母", by_widget=True),
    Keys(REPORT, ("Ctrl+O",), "核查汇总：选择报告文件", by_widget=True),
    Keys(REPORT, ("Esc",), "核查汇总：从表上回到核对结果"),
    Keys(REQUEST, _STEPS, "登记步骤（看按钮提示）", told="Ctrl+1 … Ctrl+9、Ctrl+0、Ctrl+-"),
    Keys(REQUEST, ("F3", "F11", "F12"), "采用建议的类型、查看同名申请、作为重复申请"),
    Keys(REQUEST, ("F4",), "撤销按同一申请人的上次申请带出的内容"),
    Keys(REQUEST, ("Ctrl+Shift+I",), "显示、再隐藏证件号码、联系电话和联系地址"),
    Keys(REQUEST, ("F7",), "制作文书"),
    Keys(REQUEST, ("Ctrl+Shift+S",), "文书列表：把选中的文书另存成一个文件"),
    Keys(REQUEST, ("F9",), "申请和步骤：答复期限逐日查看"),
    Keys(STEP, ("F4",), "步骤：逐步判定办理结果、推算收费"),
    Keys(STEP, ("F5",), "制作文书：去填第一处还缺的内容"),
    Keys(STEP, ("F2", "F6"), "制作文书：选择模板文件夹、复制自带模板"),
    Keys(STEP, ("Ctrl+P",), "答复期限里：打印"),
)


def menu_keys() -> dict[str, str]:
    """The keys of the entries of the menus, by the names of their actions."""
    return {line.action: line.sequences[0] for line in KEYS if line.action}
