"""One application while it is being prepared: what was scanned, typed and chosen, and what follows from that."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from campaign.catalogue import Catalogue
from campaign.codes import CaseType, Outcome
from campaign.entered import Entered, holder_from_fields, require_identity
from campaign.events import Source
from campaign.refusal import InputRefused
from campaign.scan import Scan, read_scan
from campaign.subject import Subject
from station_app.services.form_id import new_form_id
from station_app.services.log_application import SOURCES
from station_app.services.look_up_person import Known, Likely
from station_app.ui.intake.communes import find_commune
from station_app.ui.intake.shown import TypedField

CHIP_CARD = "has_chip_card"
ASKED_AGAIN = (CHIP_CARD, "name_suspect_ime")
"""Warnings that ask for the outcome key once more (campaign rules, Intake and Who comes)."""
NEW_CARD_FOR_A_CARD = ("exchange", "reissue")
"""Case types for those who have the chip card already."""


_DAY_FIRST = re.compile(r"(?:(?:([0-9]{1,2})[/.\- ])?([0-9]{1,2})[/.\- ])?([0-9]{4})")
_EIGHT_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")


@dataclass
class Form:
    """``begun``: seconds of a clock that only runs forward. ``typed`` by field; ``case_type`` only where chosen.

    ``on_paper``: ``form_id`` is a paper form's, read from its barcode. ``outcome`` waits for its reason;
    ``asked_again`` is the outcome key to be pressed once more. ``receipt``: the fee receipt's that it was first tried
    with. ``likely``: found by ``likely_by``, what is known of the person.
    """

    scan: Scan
    source: Source
    read_at: datetime
    begun: float
    form_id: str = field(default_factory=new_form_id)
    on_paper: bool = False
    typed: dict[TypedField, str] = field(default_factory=dict)
    typing: bool = False
    known: Known | None = None
    case_type: str | None = None
    outcome: Outcome | None = None
    asked_again: str = ""
    receipt: str | None = None
    likely: tuple[Likely, ...] = ()
    likely_by: Subject | None = None

    @property
    def number(self) -> str:
        """What the field shows: the personal number, or the old one."""
        holder = self.scan.holder
        return holder.number or holder.old_number or ""

    @property
    def last_digits(self) -> str:
        return self.number[-4:]

    def commune(self, catalogue: Catalogue) -> str | None:
        """The code typed, or else proposed by the card's address or by an earlier application of the number.

        Raises InputRefused("unknown_commune").
        """
        if text := self.typed.get("commune", "").strip():
            code = find_commune(catalogue.units, text)
            if code is None:
                raise InputRefused("unknown_commune", commune=text)
            return code
        unit = catalogue.units.in_address(self.scan.address) if self.scan.address else None
        if unit:
            return unit.code
        person = self.known.person if self.known else None
        return (person.commune or None) if person else None

    @property
    def phone(self) -> str:
        """As typed, or else of an earlier application of the number."""
        person = self.known.person if self.known else None
        return self.typed.get("phone", "").strip() or (person.phone if person else "") or ""

    def entered(self, catalogue: Catalogue, today: date) -> Entered:
        """What would be logged. Raises InputRefused as `holder_from_fields`, or ("unknown_commune")."""
        return holder_from_fields(
            name=self.typed.get("name"),
            birth_date=iso_birth_date(self.typed.get("birth_date", "")),
            sex=self.typed.get("sex"),
            commune=self.commune(catalogue),
            phone=self.phone,
            today=today,
            rules=catalogue.scan_rules,
            scan=self.scan,
        )

    def complete(self, catalogue: Catalogue, today: date) -> Entered:
        """As `entered`; raises InputRefused("name_and_birth_date_needed") also."""
        entered = self.entered(catalogue, today)
        require_identity(entered.holder)
        return entered

    def case(self, catalogue: Catalogue) -> CaseType:
        if self.case_type:
            return catalogue.case_type(self.case_type)
        return catalogue.default_case_type(self.scan.holder)

    def fee_due(self, catalogue: Catalogue, day: date) -> int:
        """Whole VND."""
        case = self.case(catalogue)
        return catalogue.fees.due(case.fee_rule, case.group, day)

    def warnings(self, entered: Entered) -> tuple[str, ...]:
        """The scan's and fields', and that a chip card was shown."""
        return (*((CHIP_CARD,) if self.source == "qr" else ()), *entered.warnings)

    def has_card(self, catalogue: Catalogue) -> bool:
        """A chip card was shown, and no case type was chosen that is for its holder."""
        chosen = self.case_type is not None and self.case(catalogue).group in NEW_CARD_FOR_A_CARD
        return self.source == "qr" and not chosen

    def to_confirm(self, outcome: Outcome, catalogue: Catalogue, entered: Entered) -> tuple[str, ...]:
        """The warnings that ask for the key once more; a chip card only matters where one is to be made."""
        card = self.has_card(catalogue) and outcome.counts_toward_quota
        return tuple(
            warning for warning in self.warnings(entered) if warning in ASKED_AGAIN and (warning != CHIP_CARD or card)
        )


def read_form(text: str, *, by_hand: bool, catalogue: Catalogue, now: datetime, today: date, begun: float) -> Form:
    """A fresh form of what came in. Raises InputRefused as `read_scan`."""
    scan = read_scan(text, today=today, rules=catalogue.scan_rules)
    source = "typed" if by_hand and scan.format == "id12" else SOURCES[scan.format]
    return Form(scan=scan, source=source, read_at=now, begun=begun, typing=not scan.holder.number)


def iso_birth_date(text: str) -> str:
    """`4/3/1992`, `04031992`, `03/1992` and `1992` as `YYYY[-MM[-DD]]`; any other text as it is."""
    text = text.strip()
    found = _EIGHT_DIGITS.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if found is None:
        return text
    day, month, year = found.groups()
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
