"""What the program offers for a chapter that is still empty."""

from pathlib import Path

from disclosure_desk.commands.offices import found_office, write_report_text
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.fields import fields_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report import Paragraph, compose, draft_of
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import create_database
from disclosure_desk.storage.journal import Actor

ACTOR = Actor("王芳", "ZWGK-PC2")


def test_a_draft_that_is_taken_over_reads_as_it_did_before(tmp_path: Path) -> None:
    database = create_database(tmp_path / "office.db")
    edition = edition_for(2024)
    with database.writing(ACTOR) as session:
        found_office(session, "示例县科学技术局")
        figures = tally(session, edition, Period.of_year(2024))
        fields = fields_of(session, edition, 2024, figures)
        before = compose(session, edition, 2024)
        drafts = {
            number: draft_of(chapter, fields)
            for number, chapter in enumerate(edition.chapters, start=1)
            if chapter.written
        }
        for number, draft in drafts.items():
            write_report_text(session, 2024, number, draft)
        after = compose(session, edition, 2024)
    assert "【年度】年" in drafts[1]
    assert "（一）主动公开\n" in drafts[1]
    said_before, said_after = (
        [block.text for block in report.blocks if isinstance(block, Paragraph)]
        for report in (before, after)
    )
    # What is always said, here on fees, follows the clerk's own words: not in the draft.
    assert drafts[6] == "没有其他需要报告的事项。"
    assert said_after[:-2] == said_before[:-1]
    assert sorted("".join(said_after)) == sorted("".join(said_before))
    database.close()
