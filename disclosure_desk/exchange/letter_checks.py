"""What is asked of a letter: what forbids it to be final, and what a clerk should look at."""

from collections.abc import Iterator, Mapping

from disclosure_desk.exchange.letter_filling import Filling
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.fees import Fee
from disclosure_desk.statistics.letter_facts import LetterFacts, fee_amount, fee_differs
from disclosure_desk.statistics.letter_fields import (
    FIELDS,
    already_told,
    fields_shown,
    told_missing,
)

_IN_THE_CLAUSE = {
    "复议机关",
    "有管辖权的法院",
}  # in the clause on remedies, in no template


def require_complete(facts: LetterFacts, filling: Filling) -> None:
    """Raises Refusal for a final letter with fields that are empty or that there are none of."""
    if filling.missing:
        names = told_missing(filling.missing)
        raise Refusal(f"“{facts.kind.label}”还不能定稿，这些内容没有填写：{names}。")
    if filling.unknown:
        raise Refusal(
            f"“{facts.kind.label}”还不能定稿，模板里有不能用的字段："
            f"{'、'.join(f'【{name}】' for name in filling.unknown)}，请改正模板。"
        )
    fee = _wrong_fee(facts)
    if fee is not None:
        raise Refusal(
            f"“{facts.kind.label}”还不能定稿，登记的应缴金额{fee_amount(facts)}与收费明细的合计"
            f"{fee.yuan}元不一致，请改正步骤“收费通知”的应缴金额、件数或者页数。"
        )


def require_known(facts: LetterFacts, given: Mapping[str, str]) -> None:
    """Raises Refusal for a text that is given for no field of this letter."""
    for name in given:
        if name not in FIELDS:
            raise Refusal(f"没有“{name}”这个字段，名称见模板里的【】，请核对。")
        if name not in fields_shown(facts.kind):
            raise Refusal(f"“{name}”不能用于“{facts.kind.label}”，请不要填写。")


def _wrong_fee(facts: LetterFacts) -> Fee | None:
    """The fee by the tariff, where a fee notice asks for another amount."""
    return fee_differs(facts) if facts.kind.step == "fee_notice" else None


def findings(
    facts: LetterFacts, filling: Filling, given: Mapping[str, str], *, own: bool
) -> Iterator[Finding]:
    """What a clerk should look at (W1–W5); `own`: made from the office's own template."""
    for name in filling.unknown:
        plain = name.rstrip("？?")
        why = "不能用于这种文书" if plain in FIELDS else "不是可用的字段"
        where = "自备模板" if own else "模板"
        words = f"{where}里的“【{name}】”{why}，原样留在文书里，请改正模板。"
        yield Finding("W1", "warning", words, records=(facts.request.number,))
    if facts.kind.note:
        yield Finding("W2", "hint", facts.kind.note, records=(facts.request.number,))
    if facts.kind.outcomes and not facts.law_knows:
        words = (
            f"收到申请之日{facts.request.received_on}的规定没有“{facts.kind.label}”这种情形，法律依据"
            "没有写出；请核对办理结果，或者另行填写当时的依据后再定稿。"
        )
        yield Finding("W4", "warning", words, records=(facts.request.number,))
    for name in given:
        if name not in filling.used | _IN_THE_CLAUSE:
            words = f"模板里没有“【{name}】”，没有用到另外填写的内容。"
            yield Finding("W5", "warning", words, records=(facts.request.number,))
    for name in already_told(facts, given):
        words = f"“{name}”已经有登记的内容，没有用另外填写的；要改的请改登记。"
        yield Finding("W5", "warning", words, records=(facts.request.number,))
    fee = _wrong_fee(facts)
    if fee is not None:
        yield Finding(
            "W3",
            "warning",
            f"登记的应缴金额与按标准推算的{fee.yuan}元不一致，请核对（{fee.source}）。",
            records=(facts.request.number,),
            expected=fee.yuan,
        )
