"""Drafts in the office file: kept whole, one for each form, and in nobody's way."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage import schema
from disclosure_desk.storage.database import Database, create_database, open_database
from disclosure_desk.storage.drafts import (
    Draft,
    DraftCount,
    count_drafts,
    drafts_of_form,
    drop_drafts,
    every_draft,
    keep_draft,
)
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.verify import verify

CLERK = Actor("王芳", "ZWGK-PC2")
OTHER = Actor("李敏", "ZWGK-PC3")
TYPED = Draft(
    key="a",
    form="publication",
    record_id=None,
    part_of=None,
    name="主动公开",
    typed={"title": "关于……的通知", "made_on": "2025-13-40", "channels": ["政府网站", "公示栏"]},
    before={"title": "", "made_on": "", "channels": []},
)


@pytest.fixture
def office(registers: Database) -> Database:
    return registers


def kept(office: Database, draft: Draft, actor: Actor = CLERK, replacing: str = "") -> None:
    with office.writing(actor) as session:
        keep_draft(session, draft, replacing=replacing)


def own(session: Session, actor: Actor = CLERK) -> list[Draft]:
    return drafts_of_form(session, "publication", None, None, actor)


def test_a_draft_has_all_as_it_was_typed(office: Database) -> None:
    kept(office, TYPED)
    with office.reading() as session:
        [found] = own(session)
    assert found.typed == TYPED.typed
    assert found.before == TYPED.before
    assert (found.actor, found.computer, found.is_wanting) == ("王芳", "ZWGK-PC2", False)
    office.close()


def test_a_form_writes_over_its_own_draft_and_over_no_other(office: Database) -> None:
    kept(office, TYPED)
    kept(office, Draft("b", "publication", None, None, "主动公开", {"title": "另一条"}))
    kept(office, Draft("a", "publication", None, None, "主动公开", {"title": "改过"}))
    with office.reading() as session:
        assert [(one.key, one.typed) for one in own(session)] == [
            ("a", {"title": "改过"}),
            ("b", {"title": "另一条"}),
        ]
        assert own(session, OTHER) == []
    kept(office, Draft("c", "publication", None, None, "", {"title": "接着写"}), replacing="a")
    with office.reading() as session:
        assert {one.key for one in every_draft(session)} == {"b", "c"}
    office.close()


def test_a_draft_that_was_taken_over_is_written_anew_by_the_form_that_still_types(
    office: Database,
) -> None:
    kept(office, TYPED)
    kept(office, Draft("c", "publication", None, None, "", {"title": "接着写"}), replacing="a")
    kept(office, TYPED)
    with office.reading() as session:
        assert {one.key for one in own(session)} == {"a", "c"}
    office.close()


def test_drafts_are_counted_and_those_that_want_something_apart(office: Database) -> None:
    with office.reading() as session:
        assert count_drafts(session) == DraftCount(0, 0)
    kept(office, TYPED)
    kept(office, Draft("b", "request", 1, None, "", {"number": ""}, reasons=("没有编号。",)))
    with office.reading() as session:
        assert count_drafts(session) == DraftCount(2, 1)
    with office.writing(CLERK) as session:
        assert drop_drafts(session, "a", "none") == 1
    with office.reading() as session:
        assert count_drafts(session) == DraftCount(1, 1)
    office.close()


def test_the_journal_and_verify_know_nothing_of_drafts(
    office: Database, founded_place: str
) -> None:
    with office.reading() as session:
        before = session.scalar(select(func.count()).select_from(JournalEntry))
    kept(office, TYPED)
    with office.reading() as session:
        assert session.scalar(select(func.count()).select_from(JournalEntry)) == before
    office.close()
    assert verify(founded_place).findings == []


def test_an_office_of_before_gets_a_place_for_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "HEAD", "0004")
        create_database(tmp_path / "office.db").close()
    office = open_database(tmp_path / "office.db")
    kept(office, TYPED)
    with office.reading() as session:
        assert len(own(session)) == 1
    office.close()
