"""The export screen on Thursday, 2021-04-08, at 17:58: values as the presenter gives them, for pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from db.reads.day import Funnel
from station_app.services.show_export import Load, SealedWindow
from station_app.services.show_sticks import Orders
from station_app.services.show_trail import TrailStep
from station_app.ui.export.shown import (
    BundleShown,
    BundlesShown,
    BundleState,
    ButtonShown,
    CopyShown,
    DocumentShown,
    DoneShown,
    FolderShown,
    LoadShown,
    NamingShown,
    PullShown,
    ReceivedShown,
    SlipShown,
    StepShown,
    StickShown,
    SticksShown,
    TroubleShown,
    WorkShown,
)
from station_app.ui.export.view import ExportView
from tests.station_app.desks import DEVICES, UNIT, at

GB = 10**9
THURSDAY, WEDNESDAY, TUESDAY = date(2021, 4, 8), date(2021, 4, 7), date(2021, 4, 6)
KIB = 1024


def window(name: str, day: date) -> tuple[SealedWindow, ...]:
    return (SealedWindow(day, name, DEVICES),)


LOAD = Load(
    seq=79,
    first=55_398,
    last=56_157,
    count=760,
    news=757,
    counted=681,
    sealed=window("Ca 2", THURSDAY),
    unsealed=2,
    pauses=3,
)
STICKS = (
    StickShown(
        *(1, "USB số 03", "KINGSTON", "usable", "main", 14_200_000_000, 16 * GB, Orders(), False),
        file_system="exfat",
        bundles=(76, 77, 78),
        others=2,
        ignored=1,
    ),
    StickShown(2, "USB số 05", "TRANSCEND", "usable", "second", 6_800_000_000, 8 * GB, Orders(0, 1, 1), False, "vfat"),
)
STRANGER = StickShown(3, "", "DATA", "stranger", "none", 3 * GB, 4 * GB, Orders(), False)
FOLDER = StickShown(1, "", "stick", "usable", "main", 61 * GB, 256 * GB, Orders(), True)


def bundle(
    seq: int,
    sealed: tuple[SealedWindow, ...],
    counted: int,
    exported: datetime | None,
    state: BundleState,
    minutes: int = 0,
    received: datetime | None = None,
    withheld: int = 0,
) -> BundleShown:
    return BundleShown(seq, sealed, counted, exported, received, state, minutes, withheld, trail(exported, received))


def trail(exported: datetime | None, received: datetime | None) -> tuple[TrailStep, ...]:
    if exported is None:
        return ()
    giver, stick = "Phạm Đức Lương", "USB số 03"
    steps = (
        TrailStep("written", exported, giver, stick),
        TrailStep("read_back", exported, giver, stick),
        TrailStep("read_back", exported + timedelta(minutes=1), giver, "USB số 05"),
    )
    return (*steps, TrailStep("received", received, "Lê Thu Hạnh")) if received else steps


RECENT = (
    bundle(78, window("Ca 1", THURSDAY), 704, at("13:05"), "waiting", 293),
    bundle(77, window("Ca 3", WEDNESDAY), 689, at("22:48", "2021-04-07"), "amber", 1150),
    bundle(76, window("Ca 2", WEDNESDAY), 702, at("17:52", "2021-04-07"), "orange", 1446),
    bundle(
        75, window("Ca 1", WEDNESDAY), 718, at("12:51", "2021-04-07"), "received", 314, at("18:05", "2021-04-07"), 2
    ),
    bundle(74, window("Ca 3", TUESDAY), 671, at("22:40", "2021-04-06"), "received", 750, at("11:10", "2021-04-07")),
)
RUNNING = bundle(79, window("Ca 2", THURSDAY), 681, None, "running")
IDLE_STEPS = tuple(
    StepShown(step, "waiting", "USB số 05" if step == "second_copy" else "USB số 03", 0, 0, None)
    for step in ("write", "flush", "read_back", "verify", "second_copy")
)
THIRD_STEP = (
    StepShown("write", "done", "USB số 03", 760, 760, 0.4),
    StepShown("flush", "done", "USB số 03", 1, 1, 0.9),
    StepShown("read_back", "current", "USB số 03", 44 * KIB, 71 * KIB, None),
    *IDLE_STEPS[3:],
)
FAILED = StepShown("read_back", "failed", "USB số 03", 44 * KIB, 71 * KIB, 0.7)


def show(view: ExportView, *, bundles: tuple[BundleShown, ...] = RECENT, locked: bool = False) -> None:
    """Ready to export, with the sticks of the picture."""
    view.show_sticks(SticksShown(STICKS, None, None, False, locked))
    view.show_load(LoadShown(LOAD, True, "USB số 05", True, locked))
    view.show_funnel(Funnel(logged=1385, sealed=1385, exported=704, received=702))
    view.show_bundles(BundlesShown(at("17:58"), bundles, 12, 24))
    view.show_button(ButtonShown("export", ""))
    view.show_work(WorkShown(79, False, IDLE_STEPS))


def show_running(view: ExportView) -> None:
    show(view, bundles=(RUNNING, *RECENT), locked=True)
    view.show_button(ButtonShown("running", "", 3, 5, 0.52))
    view.show_work(WorkShown(79, False, THIRD_STEP))


def show_failed(view: ExportView) -> None:
    show(view)
    view.show_sticks(SticksShown((*STICKS, STRANGER), NamingShown(3, "DATA", "", False), None, False, False))
    view.show_button(ButtonShown("retry", ""))
    view.show_work(WorkShown(79, False, (*THIRD_STEP[:2], FAILED, *IDLE_STEPS[3:])))
    view.show_trouble(
        TroubleShown(
            False,
            "Đọc lại từ USB không khớp: USB có thể hỏng. Dữ liệu ở trạm vẫn còn, gói đó bị bỏ. Xuất lại lên USB khác.",
            79,
        )
    )


def show_empty(view: ExportView) -> None:
    """The first day, in a drill whose folder isn't there."""
    view.show_sticks(
        SticksShown(
            (), None, FolderShown("/media/diem07/dien-tap/usb", "Không có usb. Kiểm tra đường dẫn."), False, False
        )
    )
    view.show_load(LoadShown(None, True, "", True, False))
    view.show_funnel(Funnel(0, 0, 0, 0))
    view.show_bundles(BundlesShown(at("07:30"), (), 12, 24))
    view.show_button(ButtonShown("export", "no_stick"))
    view.show_work(WorkShown(1, False, tuple(replace(step, stick="") for step in IDLE_STEPS[:4])))


def show_received(view: ExportView) -> None:
    show(view)
    view.show_received(
        ReceivedShown(
            "USB số 05",
            (
                DocumentShown("plan", 4, 0, "", ""),
                DocumentShown("receipt", 31, 55_397, "", ""),
                DocumentShown(
                    "refused", 0, 0, "000005.plan", "Chữ ký không đúng hoặc chưa đủ. Không nhận gì. Lấy lại từ chỉ huy."
                ),
                DocumentShown("old_receipts", 12, 0, "", ""),
            ),
            54_100,
            55_397,
            "",
        )
    )


SLIP = SlipShown(
    unit=UNIT,
    station="HP-LC-07",
    drill=False,
    seq=79,
    count=760,
    first=55_398,
    last=56_157,
    exported_at=at("17:58:14"),
    sticks=("USB số 03", "USB số 05"),
    digest="9C41E07A55",
    giver="Phạm Đức Lương",
    qr="ENROL HP-LC-07 E1 79 55398-56157 9C41E07A55",
)
MAIN_COPY = CopyShown(
    "main", "USB số 03", "KINGSTON", 16 * GB, (("write", 0.4), ("flush", 0.9), ("read_back", 1.2)), ""
)
SECOND_COPY = CopyShown("second", "USB số 05", "TRANSCEND", 8 * GB, (("second_copy", 3.0),), "")
DONE = DoneShown(
    how="direct",
    verified_at=at("17:58:14"),
    copies=(MAIN_COPY, SECOND_COPY),
    file="HP-LC-07-e1-000079.bundle",
    sealed=6,
    unsealed=2,
    bytes=71 * KIB,
    fingerprint="1a2b 3c4d 5e6f 7a8b",
    slip=SLIP,
    pull=PullShown("ejected", 2, ""),
)
