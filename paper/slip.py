"""A slip: a narrow paper of names and values with a QR code, for a roll of 58 or 80 mm, or the corner of a page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from html import escape

import segno


@dataclass(frozen=True, slots=True)
class Slip:
    """``heads`` are centred above, the first one large; ``code`` is what is read aloud, under ``code_title``.

    ``qr``: the text of the QR code, "" for none; ``hands`` who signs; ``mark`` such as DIỄN TẬP, "" for none.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    code_title: str
    code: str
    qr: str
    hands: tuple[str, ...]
    mark: str = ""


QR_IMAGE = "qr.png"
"""The name under which the slip's text shows its code; `qr_png` makes it."""
_QUIET = 4
"""Empty cells round a code, which readers need."""


def qr_png(text: str) -> bytes:
    content = io.BytesIO()
    segno.make(text, error="m", micro=False).save(content, kind="png", scale=6, border=_QUIET)
    return content.getvalue()


def slip_html(slip: Slip, qr_pixels: int) -> str:
    """Rich text; all that comes from outside is escaped."""
    title, *heads = slip.heads
    parts = [f"<p align='center'><span style='font-size:large;font-weight:600'>{escape(title)}</span></p>"]
    if slip.mark:
        parts.append(f"<p align='center' style='font-weight:600'>{escape(slip.mark)}</p>")
    parts += [f"<p align='center'>{escape(head)}</p>" for head in heads]
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td align='right' style='font-weight:600'>{escape(value)}</td></tr>"
        for name, value in slip.rows
    )
    parts.append(f"<hr><table width='100%' cellspacing='0' cellpadding='1'>{rows}</table><hr>")
    if slip.code:
        parts.append(f"<p align='center'>{escape(slip.code_title)}</p>")
        parts.append(f"<p align='center' style='font-size:large;font-weight:600'>{escape(slip.code)}</p>")
    if slip.qr:
        parts.append(f"<p align='center'><img src='{QR_IMAGE}' width='{qr_pixels}' height='{qr_pixels}'></p>")
    if slip.hands:
        cells = "".join(f"<td width='{100 // len(slip.hands)}%'>{escape(hand)}<br><br><br></td>" for hand in slip.hands)
        parts.append(f"<hr><table width='100%'><tr>{cells}</tr></table>")
    return "".join(parts)
