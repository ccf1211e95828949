"""What printed forms ask for: boxes to tick, and the days of a delivery."""

from disclosure_desk.records.request import RequestEvent
from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.rules.written_dates import chinese_date
from disclosure_desk.statistics.letter_facts import LetterFacts, written

_GAP = "　　"
# The words of the form, and how the register may say the same.
_WAYS = {
    "邮寄": ("邮寄", "信函", "快递", "挂号", "特快"),
    "电子邮件": ("电子邮件", "电子邮箱", "邮箱", "email", "e-mail"),
    "传真": ("传真",),
    "自行领取、当场阅读或者抄录": ("领取", "自取", "当面", "当场", "阅读", "抄录"),
}
_POSTAL = ("邮寄", "特快", "挂号", "信函", "ems", "快递", "邮政")
_ELECTRONIC = ("电子", "邮箱", "网络", "网上", "短信", "传真", "email", "e-mail")


def applicant_boxes(facts: LetterFacts) -> str:
    """The kinds of organisations, the applicant's own ticked."""
    kinds = [term for term in APPLICANT_KINDS if term.slug != "natural"]
    return _GAP.join(_box(term.label, term.slug == facts.request.applicant_kind) for term in kinds)


def delivery_boxes(facts: LetterFacts) -> str:
    """The ways to get the information, the wanted ones ticked; another way is written out."""
    wanted = (facts.request.delivery_wanted or "").strip()
    ticked = {way for way, words in _WAYS.items() if _says(wanted, words)}
    boxes = [_box(way, way in ticked) for way in _WAYS]
    if wanted and not ticked:
        boxes.append(_box(f"其他：{wanted}", ticked=True))
    return _GAP.join(boxes)


def posted_on(facts: LetterFacts) -> str | None:
    """The day of posting, on which a delivery by post is made.

    Source: 国办公开办函〔2016〕235号.
    """
    event = facts.latest("delivery")
    return written(event.happened_on) if event is not None and _is_postal(event) else None


def signed_on(facts: LetterFacts) -> str | None:
    """The day of signing; where a letter is handed over it is that of the delivery."""
    event = facts.latest("delivery")
    if event is None:
        return None
    handed_over = bool(event.delivery_way) and not _is_postal(event) and not _is_electronic(event)
    return written(event.signed_on or (event.happened_on if handed_over else None))


def sent_electronically(facts: LetterFacts) -> str | None:
    """The day of a delivery that nobody signs for and no post office takes."""
    event = facts.latest("delivery")
    if event is None or event.happened_on is None or not _is_electronic(event):
        return None
    return f"{chinese_date(event.happened_on)}以{event.delivery_way}发出。"


def _is_electronic(event: RequestEvent) -> bool:
    return _says(event.delivery_way or "", _ELECTRONIC)


def _is_postal(event: RequestEvent) -> bool:
    return not _is_electronic(event) and _says(event.delivery_way or "", _POSTAL)


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text.lower() for word in words)


def _box(label: str, ticked: bool) -> str:
    return f"{'☑' if ticked else '□'} {label}"
