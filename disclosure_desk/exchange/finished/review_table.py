"""Finds the table of reviews and lawsuits: its figures have heads, but their row has no label."""

from collections.abc import Iterator, Mapping, Sequence

from disclosure_desk.exchange.finished.blocks import ReadTable, TableCell
from disclosure_desk.exchange.finished.form_rows import heads_above
from disclosure_desk.exchange.finished.label_tables import Found
from disclosure_desk.exchange.finished.labels import other_words, plain_label
from disclosure_desk.exchange.finished.printed_figures import read_cell
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.grid import Grid

_Row = Sequence[TableCell | None]
_HEAD_ROWS = 4
_FEWEST_STATES = 3
_ROWS_BELOW = 3
# The innermost words first: «行政诉讼» stands over both of its kinds.
_GROUPS = (("复议后", "复议后起诉"), ("直接起诉", "未经复议直接起诉"), ("行政复议", "行政复议"))


class ReviewTable:
    """Reads a table without row labels out of all tables of a file."""

    def __init__(self, edition: Edition, grid: Grid) -> None:
        self.id = grid.id
        self.found: list[Found] = []
        self._edition = edition
        self._others = other_words(edition.code)
        self._codes: dict[tuple[str, str], str] = {}
        for placed in grid.cells:
            if placed.cell.kind == "figure":
                *_, group, state = heads_above(grid, placed)
                self._codes[group, state] = placed.cell.text
        self._states = {state for _, state in self._codes}
        self._groups = list(dict.fromkeys(group for group, _ in self._codes))

    def read(self, table: ReadTable) -> None:
        """Take from a table what belongs to the form."""
        for number, row in enumerate(table.rows):
            states = self._states_in(row)
            below = table.rows[number + 1 :]
            if len(states) < _FEWEST_STATES or not below:
                continue
            groups = self._groups_over(table, number, states)
            if groups:
                self._read_under(groups, states, below)
            else:
                self._read_beside(states, below)
            if self.found:
                return

    def _states_in(self, row: _Row) -> dict[int, str]:
        """The outcomes that the heads of a row name, by place."""
        states: dict[int, str] = {}
        for place, cell in enumerate(row):
            if cell is None or (place and row[place - 1] is cell):
                continue
            label = plain_label(cell.text)
            label = self._others.get(label, label)
            for state in self._states:
                if label == state or (label.endswith(state) and _group_in(label)):
                    states[place] = state
        return states

    def _groups_over(self, table: ReadTable, number: int, states: dict[int, str]) -> dict[int, str]:
        """What each place is about; empty where the heads do not say it."""
        rows = table.rows[max(0, number - _HEAD_ROWS) : number + 1]
        groups: dict[int, str] = {}
        for place in states:
            for row in reversed(rows):
                if group := _group_in(_text_over(row, place)):
                    groups[place] = group
                    break
        whole = len(states) == len(self._codes)
        if whole and len(set(groups.values())) < len(self._groups):
            size = len(self._states)
            return {place: self._groups[at // size] for at, place in enumerate(sorted(states))}
        return groups if len(groups) == len(states) else {}

    def _read_under(
        self, groups: Mapping[int, str], states: Mapping[int, str], below: Sequence[_Row]
    ) -> None:
        rows = [one for one in below[:_ROWS_BELOW] if self._is_figures(one, states)]
        row = next((one for one in rows if self._has_number(one, states)), None)
        if row is None and rows:
            row = rows[0]
        if row is not None:
            self.found += [
                Found(code, row[place])
                for place, state in states.items()
                if (code := self._codes.get((groups[place], state)))
            ]

    def _is_figures(self, row: _Row, states: Mapping[int, str]) -> bool:
        """Whether there is a cell of its own under each head."""
        cells = [row[place] for place in states]
        return None not in cells and len({id(cell) for cell in cells}) == len(cells)

    def _has_number(self, row: _Row, states: Mapping[int, str]) -> bool:
        form = self._edition.cells[next(iter(self._codes.values()))]
        return any(read_cell(row[place], form).figure is not None for place in states)

    def _read_beside(self, states: Mapping[int, str], below: Sequence[_Row]) -> None:
        """A row for each kind of case, its name in front."""
        first = min(states)
        for row in below:
            group = _group_in("".join(_said(cell) for cell in row[:first]))
            self.found += [
                Found(code, row[place])
                for place, state in states.items()
                if (code := self._codes.get((group, state)))
            ]


def _text_over(row: _Row, place: int) -> str:
    """What a row says over a place: a head without a merge speaks for the empty places behind."""
    for at in range(place, -1, -1):
        if said := _said(row[at]):
            return said
    return ""


def _said(cell: TableCell | None) -> str:
    label = plain_label(cell.text) if cell else ""
    # The heading of the chapter names them all and says nothing of one column.
    return "" if "情况" in label or ("行政复议" in label and "诉讼" in label) else label


def _group_in(label: str) -> str:
    return next((group for words, group in _GROUPS if words in label), "")


def review_tables(edition: Edition) -> Iterator[ReviewTable]:
    """The readers of the edition's tables whose rows have no label."""
    for grid in edition.grids:
        if not any(placed.cell.kind == "label" for placed in grid.cells):
            yield ReviewTable(edition, grid)
