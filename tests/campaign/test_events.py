"""The kinds of entries: their names, which are housekeeping, and the document that tells of them."""

from __future__ import annotations

import re
from pathlib import Path

from campaign import ledger
from campaign.canonical import encode
from campaign.events import HOUSEKEEPING, KINDS, ApplicationLogged, UserChanged, kind_of
from docs.journal_entries import DOCUMENT, NOTES, SENSELESS, journal_entries
from tests.journals import a_shift_handed_over


def test_the_document_is_the_one_made_from_the_code() -> None:
    """After a change: python -m docs.journal_entries"""
    assert DOCUMENT.read_text(encoding="utf-8") == journal_entries()


def test_a_kind_is_named_after_its_body() -> None:
    assert kind_of(ApplicationLogged) == "application_logged"
    assert KINDS["application_logged"] is ApplicationLogged
    assert KINDS["user_changed"] is UserChanged
    assert all(kind_of(body) == kind and re.fullmatch(r"[a-z][a-z0-9_]{0,63}", kind) for kind, body in KINDS.items())


FORMAT_1 = """
    journal_started document_accepted document_refused receipt_accepted bundle_exported bundle_verified
    user_added user_changed user_removed password_reset signed_in sign_in_failed device_added device_changed
    stick_registered setting_changed clock_stepped clock_confirmed shift_opened shift_paused shift_resumed
    shift_handed_over shift_closed shift_sealed shift_reopened zero_reported application_logged application_voided
    subject_viewed follow_up_changed difference_explained attention_acknowledged subjects_erased
"""


def test_the_kinds_of_format_1() -> None:
    """None may go: journals that hold them are read for years."""
    assert set(FORMAT_1.split()) <= set(KINDS)


def test_housekeeping() -> None:
    names = "bundle_exported bundle_verified receipt_accepted document_accepted document_refused"
    assert set(names.split()) == HOUSEKEEPING


def test_a_key_may_be_a_word_of_python() -> None:
    assert encode(a_shift_handed_over(totals={})) == b'{"from":"an.nv","to":"binh.tv","totals":{}}'


def test_every_reason_to_ignore_an_entry_is_told() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(ledger.__file__).parent.glob("*.py")]
    assert {why for source in sources for why in re.findall(r'Senseless\("(\w+)"\)', source)} == set(SENSELESS)


def test_every_note_is_of_a_kind() -> None:
    assert set(NOTES) <= set(KINDS)
