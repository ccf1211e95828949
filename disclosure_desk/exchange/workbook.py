"""Opens workbooks of others: looks at the package before anything is loaded from it."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from disclosure_desk.exchange.package_bounds import open_package
from disclosure_desk.faults import Fault, reason_of

_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, CalamineError, NotImplementedError, EOFError, ValueError),
    RuntimeError,  # zipfile's word for a part that asks for a password
)
# Bytes of a part: a ledger of a hundred thousand requests has a sheet of some 150 MB. The
# reader holds all strings at once, and goes through sheets piece by piece.
_LARGEST_SHEET, _LARGEST_STRINGS, _LARGEST_OTHER = 512 * 1024**2, 160 * 1024**2, 24 * 1024**2
# Real sheets shrink to a tenth or twentieth; one made to fill the memory to a thousandth.
_MOST_PACKED = 100
_PART_AT_LEAST = 20 * 1024**2
_LARGEST_PACKAGE = 1024**3
# Tags of the whole: a filled cell has four, an empty string one, and each is held.
_MOST_TAGS = 26_000_000
# The reader takes some 40 bytes for each cell of the rectangle that it makes of a sheet.
_MOST_CELLS, _MOST_CELLS_OF_ALL = 6_000_000, 10_000_000
_CELLS_AT_LEAST = 4_000_000
# A ledger is well filled: of its file, two bytes and more fall to each cell of the rectangle.
_BYTES_A_CELL = 2
_MOST_MERGES = 200_000
_PIECE = 1 << 20  # bytes that are looked at in one go
# Bytes of a sheet that are left for the next piece: of a tag, and of what is longer than one.
_LONGEST_REST, _OVERLAP = 256 * 1024, 64
_NO_SHEETS = ("xl/sharedStrings", "xl/styles", "xl/theme/", "docProps/", "xl/drawings/")
# Further right than column AN, or further down than row 99,999: an ordinary ledger never is,
# and all that is nearer makes no more cells than are always allowed.
_FAR = re.compile(rb' r="(?:[A-Z]{1,2}\d{6}|[B-Z][A-Z]|A[O-Z]|A[A-N][A-Z])')
# A cell that holds something: one that is only formatted is closed at once, and not loaded.
_FILLED = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"(?![^<>]{0,300}/>)')
# The reader would ask for terabytes over a row 0 or a row of ten digits, and end the program.
_NO_PLACE = re.compile(rb'\sr=(?!"[A-Z]{0,3}[1-9]\d{0,6}")')
# A tag whole: values may hold any sign. The text of a cell may well say " r=5".
_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
# A place that is none, or one further out than an ordinary ledger goes.
_ODD_PLACE = re.compile(rb' r="(?!(?:[A-Z]|A[A-N])?[1-9]\d{0,4}")')
# Some programs leave the places of cells out; then the rows alone say where they are.
_UNPLACED = re.compile(rb"<(?:\w{1,20}:)?c(?=[\s/>])(?![^<>]{0,300}\sr=)")
_ROW_OR_CELL = re.compile(rb'\sr="([A-Z]{0,3})(\d{1,7})"')


def open_workbook(path: Path, *, most_cells: int = _MOST_CELLS) -> CalamineWorkbook:
    """The workbook at this path. Raises Fault in one sentence for anything else.

    `most_cells` bounds the rectangle that a sheet with cells far out is held in.
    """
    try:
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，请选择其中的 .xlsx 文件。")
        _look_before_loading(path, most_cells)
        return CalamineWorkbook.from_path(str(path))
    except _UNREADABLE:
        raise Fault(
            f"“{path}”不是能读的 .xlsx 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。"
        ) from None
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error


def _look_before_loading(path: Path, most_cells: int) -> None:
    """Refuse what would not fit into memory: the reader holds a sheet as one full rectangle."""
    with open_package(path) as package:
        parts = package.infolist()
        if "[Content_Types].xml" not in {part.filename for part in parts}:
            raise zipfile.BadZipFile
        for part in parts:
            proportionate = max(_PART_AT_LEAST, part.compress_size * _MOST_PACKED)
            if part.file_size > min(_largest(part.filename), proportionate):
                raise _too_large(path)
        if sum(part.file_size for part in parts) > _LARGEST_PACKAGE:
            raise _too_large(path)
        # A sheet may lie under any name.
        read = [part for part in parts if not part.filename.startswith("xl/media/")]
        with ThreadPoolExecutor() as looking:  # unpacking takes place outside of Python
            looked = [looking.submit(_look_at, path, package, one, most_cells) for one in read]
            tags, cells = (
                sum(each) for each in zip(*(one.result() for one in looked), strict=True)
            )
    if tags > _MOST_TAGS or cells > _MOST_CELLS_OF_ALL:
        raise _too_large(path)


def _largest(name: str) -> int:
    if name.startswith("xl/worksheets/"):
        return _LARGEST_SHEET
    return _LARGEST_STRINGS if name == "xl/sharedStrings.xml" else _LARGEST_OTHER


def _too_large(path: Path) -> Fault:
    return Fault(f"“{path}”解开后太大，不能读取，请拆分后再导入。")


def _look_at(
    path: Path, package: zipfile.ZipFile, part: zipfile.ZipInfo, most_cells: int
) -> tuple[int, int]:
    """How many tags a part has, and how many cells its rectangle, if it is a sheet."""
    tags = merges = 0
    is_near = part.file_size >= _CELLS_AT_LEAST * _BYTES_A_CELL
    is_sheet = not part.filename.startswith(_NO_SHEETS)
    filled_cell = _FILLED
    for piece in _pieces(package, part):
        tags += piece.count(b"<")
        merges += piece.count(b"mergeCell ")
        if tags > _MOST_TAGS or merges > _MOST_MERGES:
            raise _too_large(path)
        if _is_ordinary(piece):
            continue
        is_near = is_near and not _FAR.search(piece)
        if is_sheet and _has_no_place(piece):
            raise zipfile.BadZipFile
        if is_sheet and _UNPLACED.search(piece):
            filled_cell, is_near = _ROW_OR_CELL, False
    if is_near and most_cells >= _CELLS_AT_LEAST:
        return tags, _CELLS_AT_LEAST
    most = min(most_cells, max(_CELLS_AT_LEAST, part.file_size // _BYTES_A_CELL))
    width = height = 0
    for piece in _pieces(package, part):
        filled = filled_cell.findall(piece)
        width = max((width, *map(_column, {letters for letters, _ in filled})))
        height = max((height, *map(int, {row for _, row in filled})))
        if width * height > most:
            raise Fault(f"“{path}”的表格范围太大（{height}行{width}列），请删去空白行列后再试。")
    return tags, width * height


def _is_ordinary(piece: bytes) -> bool:
    """Whether every cell names its place first and near, as nearly all programs write it.

    Looked at by counting, which takes a fifth of the time of the patterns for all others.
    """
    return (
        piece.count(b"<c") == piece.count(b'<c r="')
        and b":c" not in piece
        and piece.count(b"r=") == piece.count(b' r="')
        and not _ODD_PLACE.search(piece)
    )


def _has_no_place(piece: bytes) -> bool:
    if not _NO_PLACE.search(piece):
        return False
    return any(_NO_PLACE.search(tag) for tag in _TAG.findall(piece))


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces that end before a tag, so that no place is read by half."""
    rest = b""
    with package.open(part) as sheet:
        while piece := sheet.read(_PIECE):
            held = rest + piece
            end = held.rfind(b"<")
            if end < len(held) - _LONGEST_REST:  # no sheet has a tag or a text that long
                end = len(held)
            yield held[:end]
            rest = held[min(end, len(held) - _OVERLAP) :]
    yield rest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
