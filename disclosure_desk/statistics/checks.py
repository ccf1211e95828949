"""The relations printed in the form (勾稽关系), checked figure by figure."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.statistics.edition import Edition, Identity
from disclosure_desk.statistics.naming import bare, shared_and_own
from disclosure_desk.statistics.printing import plain

Figures = Mapping[str, Figure | None]


def check_figures(edition: Edition, figures: Figures) -> list[Finding]:
    """Every relation of the edition that these figures break; a blank counts as 0."""
    return [
        finding
        for identity in edition.identities
        for finding in _broken(edition, identity, figures)
    ]


def check_table(edition: Edition, year: int, figures: Figures) -> list[Finding]:
    """The relations of a year's table, and a hint where its form was not in use that year."""
    findings = check_figures(edition, figures)
    if not edition.covers(year):
        text = f"{year}年不使用{edition.name}（{edition.source}），数字按该格式的口径统计。"
        findings.append(Finding("E1", "hint", text))
    return findings


def _broken(edition: Edition, identity: Identity, figures: Figures) -> Iterator[Finding]:
    expected, found = (
        plain(sum((_figure(figures, code) for code in side), Decimal(0)))
        for side in (identity.left, identity.right)
    )
    if expected == found:
        return
    codes = (*identity.left, *identity.right)
    shared, word = shared_and_own([edition.cells[code] for code in codes])
    place = f"{shared}：" if shared else ""
    left, right = (
        _addition([(bare(word(edition.cells[code])), _figure(figures, code)) for code in side])
        for side in (identity.left, identity.right)
    )
    yield Finding(
        identity.rule,
        "error",
        f"{identity.rule} {place}{left}，{right}，相差{plain(abs(Decimal(expected) - found))}。",
        cells=codes,
        expected=expected,
        found=found,
    )


def _figure(figures: Figures, code: str) -> Decimal:
    return Decimal(figures.get(code) or 0)


def _addition(parts: list[tuple[str, Decimal]]) -> str:
    """«（一）予以公开2 + （七）总计1 = 3»; of many parts those that are not zero."""
    total = plain(sum((amount for _, amount in parts), Decimal(0)))
    told = parts if len(parts) <= 2 else [part for part in parts if part[1]]
    if len(parts) == 1:
        return f"{parts[0][0]}{total}"
    if not told:
        return "各项之和0"
    if len(told) == 1:
        return f"各项之和{total}（{told[0][0]}）"
    return f"{' + '.join(f'{word}{plain(amount)}' for word, amount in told)} = {total}"
