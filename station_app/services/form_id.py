"""The form's id: made when the form opens, or read from the paper form's barcode."""

from __future__ import annotations

import re
import secrets
import time
import uuid

from campaign.refusal import InputRefused

_FORM_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def new_form_id() -> str:
    """A UUIDv7 (RFC 9562): ids made one after another sort one after another."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def checked_form_id(text: str) -> str:
    """Raises InputRefused("bad_form_id")."""
    if not _FORM_ID.fullmatch(text):
        raise InputRefused("bad_form_id")
    return text
