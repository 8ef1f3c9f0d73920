"""How numbers stand on paper, as on the screens: full stop between thousands, decimal comma, U+2212 for minus."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from paper.table import Cell, Kind

_MINUS = "\N{MINUS SIGN}"
_PLACES: dict[Kind, int] = {"text": 0, "count": 0, "signed": 0, "share": 1, "rate": 1}


def written(cell: Cell, kind: Kind) -> str:
    """`1.681.200`, `−9`, `+24`, `51,2%`; text as it is."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    exact = Decimal(str(cell)) * (100 if kind == "share" else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-_PLACES[kind]), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,}".translate({ord(","): ".", ord("."): ","})
    sign = _MINUS if rounded < 0 else "+" if kind == "signed" and rounded > 0 else ""
    return f"{sign}{text}{'%' if kind == 'share' else ''}"
