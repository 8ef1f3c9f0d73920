"""The intake screen without Qt: events to ring, and what was shown last."""

from __future__ import annotations

from dataclasses import dataclass, field

from campaign.refusal import NotPermitted
from db.reads.applications import applications_before
from station_app.hardware.wedge import Burst
from station_app.services.permission import Person
from station_app.services.station import Station
from station_app.ui.intake.communes import CommuneOffer
from station_app.ui.intake.presenter import IntakePresenter
from station_app.ui.intake.shown import DeskShown, Focus, PanelShown, RowShown, Saved
from station_app.ui.intake.shown_beside import (
    Closed,
    DeviceTile,
    GaugesShown,
    HeaderShown,
    ListShown,
    PauseShown,
    RecentShown,
)
from tests.station_app.desks import PASSWORD, Bell, FakeDesk, as_user

QR = "031188000862|145678901|Phạm Thị Thu Huyền|04031988|Nữ|Tổ 3, Phường Dư Hàng, Quận Lê Chân, Hải Phòng|05032021"
MRZ = ("IDVNM1950044171031195004417<<1", "9503124F3602014VNM<<<<<<<<<<<4", "NGUYEN<<THI<MAI<AN<<<<<<<<<<<<")
AN, BINH, CHI = "031195004417", "031072008815", "031199000243"


@dataclass
class FakeSurface:
    scanned: Bell = field(default_factory=Bell)
    entered: Bell = field(default_factory=Bell)
    dropped: Bell = field(default_factory=Bell)
    outcome_pressed: Bell = field(default_factory=Bell)
    chosen: Bell = field(default_factory=Bell)
    case_types_asked: Bell = field(default_factory=Bell)
    typing_asked: Bell = field(default_factory=Bell)
    phone_asked: Bell = field(default_factory=Bell)
    fee_asked: Bell = field(default_factory=Bell)
    receipt_given: Bell = field(default_factory=Bell)
    paper_asked: Bell = field(default_factory=Bell)
    paper_typed: Bell = field(default_factory=Bell)
    paper_ended: Bell = field(default_factory=Bell)
    paper_left: Bell = field(default_factory=Bell)
    typed: Bell = field(default_factory=Bell)
    field_ended: Bell = field(default_factory=Bell)
    undo_asked: Bell = field(default_factory=Bell)
    pause_asked: Bell = field(default_factory=Bell)
    cause_picked: Bell = field(default_factory=Bell)
    close_asked: Bell = field(default_factory=Bell)
    hand_over_asked: Bell = field(default_factory=Bell)
    list_asked: Bell = field(default_factory=Bell)
    opening_asked: Bell = field(default_factory=Bell)
    device_asked: Bell = field(default_factory=Bell)
    override_asked: Bell = field(default_factory=Bell)
    override_given: Bell = field(default_factory=Bell)
    input_method_turned: Bell = field(default_factory=Bell)
    more_asked: Bell = field(default_factory=Bell)

    half_typed: str = ""
    """What somebody is typing into the scan field."""
    number: str = ""
    """What the presenter put there."""
    fields: tuple[str, ...] = ()
    receipt: str = ""
    """What stands in the receipt's field."""
    paper_hour: str = ""
    offers: tuple[CommuneOffer, ...] = ()
    desk: DeskShown | None = None
    told_at_once: tuple[Saved, RecentShown] | None = None
    closed: Closed | None = None
    pause: PauseShown | None = None
    header: HeaderShown | None = None
    list: ListShown | None = None
    gauges: GaugesShown | None = None
    stale: bool = False
    tiles: tuple[DeviceTile, ...] = ()
    focused: Focus | None = None

    def field_text(self) -> str:
        return self.half_typed

    def set_field(self, text: str) -> None:
        self.half_typed, self.number = "", text

    def set_half_typed(self, text: str) -> None:
        self.half_typed = text

    def set_typed(self, name: str, birth_date: str, sex: str, commune: str, phone: str) -> None:
        self.fields = (name, birth_date, sex, commune, phone)

    def receipt_text(self) -> str:
        return self.receipt

    def set_receipt(self, text: str) -> None:
        self.receipt = text

    def set_paper_hour(self, text: str) -> None:
        self.paper_hour = text

    def offer_communes(self, offers: tuple[CommuneOffer, ...]) -> None:
        self.offers = offers

    def show_desk(self, shown: DeskShown) -> None:
        self.desk = shown

    def show_saved(self, saved: Saved, newest: RecentShown) -> None:
        self.told_at_once = (saved, newest)

    def show_closed(self, shown: Closed | None) -> None:
        self.closed = shown

    def show_pause(self, shown: PauseShown | None) -> None:
        self.pause = shown

    def show_header(self, shown: HeaderShown) -> None:
        self.header = shown

    def show_list(self, shown: ListShown) -> None:
        self.list = shown

    def show_gauges(self, shown: GaugesShown) -> None:
        self.gauges = shown

    def set_stale(self, stale: bool) -> None:
        self.stale = stale

    def show_devices(self, tiles: tuple[DeviceTile, ...]) -> None:
        self.tiles = tiles

    def focus(self, where: Focus) -> None:
        self.focused = where


class Timer:
    """Seconds that only run forward."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Hands:
    """Somebody at the intake screen: what they do, and what they see."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk, self.seen, self.timer = desk, FakeSurface(), Timer()
        self.presenter = IntakePresenter(self.seen, desk, a_person_of, self.timer)
        desk.picked = self.presenter.shown
        self.presenter.shown()

    def scan(self, text: str, *, by_hand: bool = False, disturbed: bool = False, by_keys: bool = True) -> None:
        """A scan, or a number typed and ended; then a breath."""
        self.seen.half_typed = ""
        if by_hand:
            self.seen.scanned.emit(text, True)
        else:
            self.presenter.scanned(Burst(text, disturbed, by_keys))
        self.wait(1.0)

    def wait(self, seconds: float) -> None:
        self.timer.seconds += seconds

    def press(self, outcome: str) -> None:
        self.seen.outcome_pressed.emit(outcome)

    def digit(self, key: str) -> None:
        self.seen.chosen.emit(key)

    def enter(self) -> None:
        self.seen.entered.emit()

    def escape(self) -> None:
        self.seen.dropped.emit()

    def type(self, **fields: str) -> None:
        for name, text in fields.items():
            self.seen.typed.emit(name, text)

    @property
    def sees(self) -> DeskShown:
        assert self.seen.desk is not None
        return self.seen.desk

    @property
    def rows(self) -> tuple[RecentShown, ...]:
        assert self.seen.list is not None
        return self.seen.list.rows

    # As calls, for what one sees changes from one line of a test to the next.

    def row(self) -> RowShown:
        return self.sees.row

    def panel(self) -> PanelShown:
        return self.sees.panel

    def pause(self) -> PauseShown | None:
        return self.seen.pause

    def paused(self) -> PauseShown:
        assert self.seen.pause is not None
        return self.seen.pause

    def gauges(self) -> GaugesShown:
        assert self.seen.gauges is not None
        return self.seen.gauges

    def focused(self) -> Focus | None:
        return self.seen.focused


def a_person_of(station: Station, user: str, password: str) -> Person:
    """As `bootstrap.person_of`, without the slowness of real passwords."""
    if password != PASSWORD:
        raise NotPermitted("wrong_password", left=4)
    return as_user(station, user).person


def entries(station: Station) -> list[tuple[str, str, str, str]]:
    """Outcome, reason, case type and warnings of what the journal holds, oldest first."""
    with station.store.read() as snapshot:
        shown = applications_before(snapshot, station.identity.station, 1, limit=99)
    rows = [one.application for one in reversed(shown)]
    return [(row.outcome, row.reason, row.case_type, row.warnings) for row in rows]


def proposed(hands: Hands) -> list[str]:
    return [outcome.choice.id for outcome in hands.sees.outcomes if outcome.proposed]
