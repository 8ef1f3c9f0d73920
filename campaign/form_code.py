"""The barcode of a paper form, told from everything that says who somebody is (docs/decisions/0012)."""

from __future__ import annotations

import re

FEWEST, MOST = 6, 64

# A form's own number begins with a letter, holds a hyphen or an underscore and a digit: TK-2021-000123, HP_LC07_0042.
# A UUID, as the program makes them, has its hyphen where every number of a person still has digits.
_FORM_CODE = re.compile(
    r"(?=.*[0-9])[A-Za-z][A-Za-z0-9]*[-_][A-Za-z0-9_-]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    re.ASCII,
)


def is_form_code(text: str) -> bool:
    """Whether a trimmed scan is a form's id: of 6 to 64 of ``A-Za-z0-9_-``, and of a shape that is nobody's number."""
    return FEWEST <= len(text) <= MOST and _FORM_CODE.fullmatch(text) is not None
