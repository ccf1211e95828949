"""Files that this program wrote itself: what is not as it writes them (B1–B4, C1, C2)."""

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.blocks import Document, texts_in
from disclosure_desk.exchange.package_bounds import open_package
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.finished_report import OwnFault
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.interim import form_of, says_interim
from disclosure_desk.statistics.period import Period

# What comes of a workbook that is put together in another way, or is damaged beside its text;
# Fault: a part that is too large to be looked over.
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, IndexError, ValueError),
    *(EOFError, NotImplementedError, RuntimeError, AttributeError, TypeError, Fault),
)


def own_faults(
    path: Path, document: Document, edition: Edition, figures: Mapping[str, Figure | None]
) -> tuple[OwnFault, ...]:
    """What differs from an own export; nothing for a file of anyone else."""
    if not zipfile.is_zipfile(path):
        return ()
    # python-docx and xlsxwriter are only loaded for such a file.
    from disclosure_desk.exchange.finished import own_document, own_workbook
    from disclosure_desk.exchange.finished.seal import broken_seal, seal_in

    found: list[OwnFault] = []
    try:
        with open_package(path) as package:
            texts = list(texts_in(document.blocks))
            if document.is_workbook:
                sheets = own_workbook.own_sheets(path, package, edition)
                if sheets is None:
                    return ()
                texts = list(sheets.texts())
                # All tables of parts of a year are laid out alike, whichever part it is.
                is_interim = any(map(says_interim, texts))
                form = form_of(edition, Period.written("2000Q1")) if is_interim else edition
                found += own_workbook.faults_of(sheets, form)
            elif own_document.is_own(path, package):
                found += own_document.faults_of(path, package, edition)
            seal = seal_in(path, package)
    except _UNREADABLE:
        return tuple(found)
    if seal is not None:
        found += broken_seal(seal, edition, figures, texts)
    return tuple(found)
