"""Writes docs/journal-entries.md from the code that reads and writes entries: python -m docs.journal_entries"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast, get_args

from msgspec import inspect

from campaign import shapes
from campaign.entry import MAX_ENTRY
from campaign.events import HOUSEKEEPING, KINDS, Body, Header

DOCUMENT = Path(__file__).with_name("journal-entries.md")

OPENING = f"""# Journal entries: the kinds and their bodies

Part of format 1 (bundle-format.md). Made from the code: after a change there, run `python -m docs.journal_entries`.

A kind may get new optional keys, never another meaning. `?` = may be absent. Keys stand in the order given here. Users
are login names; the ids of outcomes, reasons, causes, checks, case types and warnings are those of the catalogues. No
free text about a person: that belongs to the subject. Kinds marked * are *housekeeping*: they travel with the next
bundle, but "unsent", ages and the funnel ignore them. An entry has at most {MAX_ENTRY:,} bytes.

A reader keeps a well-formed entry that it doesn't understand, and doesn't count it: `unknown_kind` for a kind that
isn't listed, `unknown_key` for a further key at any depth, `bad_body` for a missing key, a value that fails its type,
keys in another order, or a day that the calendar doesn't have.
"""

RULES = """
## What holds between them

- A form's id is made when the form opens (UUIDv7) or read from the paper form's barcode. It is looked up first, so a
  repeat is fine after sealing too: the same content (subject, case type, outcome, reason, commune, source, fee,
  happened_at) is a no-op that returns the old n; other content, or a voided one, is refused as `form_id_conflict`.
- A correction is a void and a new entry in one transaction.
- `shift_closed` and `shift_sealed` are written in one transaction, after a `shift_resumed` where the shift was paused.
- A window's quota is whole: the day's, by largest remainder over its windows, earlier ones first (350 over three equal
  windows: 117, 117, 116).
"""

VALUES: dict[str, tuple[Any, str]] = {
    "station": (shapes.StationCode, "a station's code, at most 32 characters"),
    "short id": (shapes.DeviceId, "a device's or a window's"),
    "shift": (shapes.ShiftId, "`<day>.<device>.<window>.<k>`, k = 1, 2, …"),
    "user": (shapes.UserName, "a login name"),
    "form": (shapes.FormId, "a form's id, unique per station over all epochs"),
    "id": (shapes.CodeId, "an id of a catalogue, or a kind"),
    "commune": (shapes.CommuneCode, "a GSO code"),
    "hash": (shapes.Digest, "SHA-256 in lower-case hex"),
    "time": (shapes.TimeText, "a time of Vietnam"),
    "day": (shapes.DayText, "a day of the calendar"),
    "text": (shapes.Line, "one line without control characters, about things"),
    "name": (shapes.PersonName, "1 to 64 characters without control characters, as typed"),
    "count": (shapes.Count, "0, 1, 2 … below 2^53"),
    "number": (shapes.Number, "1, 2, 3 … below 2^53"),
    "whole": (shapes.Whole, "a whole number, its size below 2^53"),
}

NOTES = {
    "journal_started": "entry 1 of every epoch; `continues` names the entry of an earlier epoch that it goes on from",
    "document_refused": "`name` is the file's",
    "receipt_accepted": "`mark` is the one after it",
    "bundle_exported": "`place` is a stick's id or `folder`; `backup` where the file stays at the point: no "
    "`bundle_verified` follows, for it is no export",
    "bundle_verified": "the file was read back; `place` as above",
    "user_added": "without `role` an operator, without `full_name` known by the login name",
    "password_reset": "`by` the user: changed by the old one; by another: reset",
    "sign_in_failed": "`happened_at` where it waited in the key-slot file for the next unlock",
    "clock_stepped": "only right after it may `at` go back",
    "shift_opened": "`override` is the supervisor's who let it open in spite of a failed blocking check",
    "shift_paused": "paused again: another cause from here on",
    "shift_handed_over": "`totals` by outcome",
    "shift_closed": "`totals` (by outcome) and `counted` leave voids out, `voided` stands beside them, `difference` = "
    "`device_counter` - `counted`, `paused_minutes` whole minutes per cause, floored",
    "shift_sealed": "the slip's head is h of this entry",
    "shift_reopened": "the same shift goes on, counts add up, it is sealed again",
    "application_logged": "in a shift; `fee` in VND; `override` names the earlier entry of the same number; "
    "`happened_at` where paper is caught up on, or where the entry corrects a voided one: it counts in that hour",
    "application_voided": "`entry` of the same epoch; the header's shift, device and day are the original's",
    "follow_up_changed": "how a case stands from here on: absent `owner` and `next_on` are none; `state` is `open`, or "
    "why it is closed; `epoch` where the application is of an earlier one",
    "difference_explained": "why a device and its plan have parted; `cause` is a downtime cause's id; the last of the "
    "same day, device and `since` holds",
    "attention_acknowledged": "`figure` as it stood then; where it is of a shift, the header names it; the last of the "
    "same day, rule, device and shift holds",
    "subjects_erased": "subjects of entries up to `through` are gone, `count` of them by this; `through` is 0 where "
    "those were of earlier epochs",
}

SENSELESS = {
    "misplaced_start": "a start that isn't entry 1, is another journal's, or comes after a later epoch's",
    "user_exists": "adding a user who is there",
    "no_such_user": "changing or removing a user who isn't there",
    "no_such_shift": "no shift in the header of an entry that belongs in one, or one that was never opened",
    "other_device": "a shift of another device than the header's",
    "shift_exists": "opening a shift a second time",
    "shift_still_open": "opening or reopening a shift while the device has an unsealed one; reopening an open one",
    "shift_sealed": "anything in a sealed shift but its reopening and voids",
    "shift_paused": "logging in a paused shift",
    "not_paused": "resuming a shift that isn't paused",
    "form_id_known": "logging a form that was logged, in any epoch, voided or not",
    "no_such_application": "voiding an entry that is no application of this epoch, or an ignored one",
    "no_such_follow_up": "changing a follow-up that no application opened, or whose application was taken back",
    "voided_already": "voiding an application again",
    "seq_used": "exporting under a number that was used",
    "no_such_bundle": "verifying a bundle that was not exported",
    "no_such_epoch": "a receipt of another epoch than the station's last",
    "beyond_last": "a bundle or a receipt that speaks of entries that were not written yet",
    "old_receipt": "a receipt whose (city_generation, serial) doesn't rise",
}


def _value(shape: inspect.Type) -> str:
    match shape:
        case inspect.BoolType():
            return "true or false"
        case inspect.LiteralType(values=values):
            return " or ".join(f"`{value}`" for value in values)
        case inspect.ListType(item_type=item):
            return f"[{_value(item)}]"
        case inspect.DictType(key_type=key, value_type=value):
            return f"{{{_value(key)}: {_value(value)}}}"
        case inspect.StructType(fields=fields):
            return f"{{{_keys(fields)}}}"
        case inspect.UnionType(types=types):
            return _value(types[0])  # the other one stands for "absent"
        case inspect.RawType():
            return "an object"
        case _:
            return next(name for name, (known, _) in VALUES.items() if inspect.type_info(known) == shape)


def _keys(fields: tuple[inspect.Field, ...]) -> str:
    return ", ".join(f"`{field.encode_name}{'' if field.required else '?'}` {_value(field.type)}" for field in fields)


def _body(body: type[Body] | type[Header]) -> str:
    return _keys(cast(inspect.StructType, inspect.type_info(body)).fields) or "–"


def _marked(kind: str) -> str:
    return f"`{kind}`" + (" \\*" if kind in HOUSEKEEPING else "")


def _limits(shape: Any) -> str:
    meta = get_args(shape)[1]
    return f"`{meta.pattern.removesuffix(chr(92) + 'Z')}$`".replace("|", "\\|") if meta.pattern else "integer"


def journal_entries() -> str:
    """The document's text."""
    lines = [
        OPENING,
        "## The header\n",
        f"{_body(Header)}.\n",
        "`day` is the shift's for an entry in a shift, else the business day of `at`; `subject` is the commitment of",
        "bundle-format.md, section 1.\n",
        "## The kinds\n",
        "| kind | body | |",
        "|---|---|---|",
        *(f"| {_marked(kind)} | {_body(body)} | {NOTES.get(kind, '')} |" for kind, body in KINDS.items()),
        RULES,
        "## Entries that make no sense\n",
        "A well-formed entry that makes no sense where it stands is kept and changes no count; `verify` lists it:\n",
        "| why | |",
        "|---|---|",
        *(f"| `{why}` | {what} |" for why, what in SENSELESS.items()),
        "\n## The values\n",
        "| value | as a regular expression | what it is |",
        "|---|---|---|",
        *(f"| {name} | {_limits(shape)} | {what} |" for name, (shape, what) in VALUES.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(journal_entries(), encoding="utf-8")
