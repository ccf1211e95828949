"""How the workbook of the table looks: official type, lines and numbers."""

from decimal import Decimal

from xlsxwriter.format import Format

from disclosure_desk.exchange.excel_text import ExactWorkbook
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Cell

# Offices have these from WPS or Founder; elsewhere a viewer takes its own 宋体 and 仿宋.
TITLE_FONT = "方正小标宋简体"
HEADING_FONT = "黑体"
BODY_FONT = "仿宋_GB2312"
LIST_FONT = "宋体"

_MADE = dict[tuple[tuple[str, object], ...], Format]


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: ExactWorkbook) -> None:
        self._workbook = workbook
        self._made: _MADE = {}

    def _look(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(properties))
        return self._made[key]

    @property
    def title(self) -> Format:
        """The title above a table."""
        return self._look(
            font_name=TITLE_FONT, font_size=18, align="center", valign="vcenter", text_wrap=True
        )

    @property
    def heading(self) -> Format:
        """The chapter heading: «三、收到和处理政府信息公开申请情况»."""
        return self._look(font_name=HEADING_FONT, font_size=14, valign="vcenter")

    def line(self, align: str) -> Format:
        """A line above or below the table."""
        return self._look(font_name=BODY_FONT, font_size=12, align=align, valign="vcenter")

    def label(self, size: float, *, centred: bool) -> Format:
        """A heading or label in the grid."""
        return self._look(
            font_name=BODY_FONT,
            font_size=size,
            align="center" if centred else "left",
            valign="vcenter",
            text_wrap=True,
            border=1,
        )

    def figure(self, cell: Cell, figure: Figure, size: float) -> Format:
        """A figure in the grid, with all its digits."""
        return self._look(
            font_name=BODY_FONT,
            font_size=size,
            align="center",
            valign="vcenter",
            border=1,
            num_format=number_format(cell, figure),
        )

    @property
    def list_head(self) -> Format:
        """Headings of the lists."""
        return self._look(
            font_name=LIST_FONT,
            font_size=11,
            bold=True,
            align="center",
            valign="vcenter",
            border=1,
            text_wrap=True,
            bg_color="#DDE6F0",
        )

    def listed(self, *, shape: str = "General", centred: bool = False, wrap: bool = True) -> Format:
        """A cell of a list, texts to the left and numbers to the right; `shape` is its format."""
        return self._look(
            font_name=LIST_FONT,
            font_size=11,
            align="center" if centred else "",
            valign="vcenter",
            text_wrap=wrap,
            num_format=shape,
        )

    @property
    def listed_date(self) -> Format:
        """A date in a list."""
        return self.listed(shape="yyyy-mm-dd", centred=True)

    @property
    def section(self) -> Format:
        """The line that begins the records of a figure."""
        return self._look(font_name=LIST_FONT, font_size=11, bold=True, bg_color="#EEF2F7")

    @property
    def link(self) -> Format:
        """A link in a list."""
        return self._look(
            font_name=LIST_FONT, font_size=11, font_color="#0563C1", underline=1, align="center"
        )


def number_format(cell: Cell, figure: Figure) -> str:
    """Whole numbers as 0, changes with their sign, amounts with all their digits."""
    places = decimals(figure)
    plain = f"0.{'0' * places}" if places else "0"
    return f"+{plain};-{plain};0" if cell.signed else plain


def decimals(figure: Figure) -> int:
    """How many digits stand after the point of a figure."""
    exponent = Decimal(figure).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
