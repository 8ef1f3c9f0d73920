"""Sets what may be set, at once; knows no Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event as Flag
from typing import Protocol

from campaign.calendar import business_day
from campaign.refusal import InputRefused, Refusal
from campaign.scan import read_scan
from station_app.hardware.wedge import Burst
from station_app.services.backup import BackedUp, back_up
from station_app.services.devices import DeviceShown, add_device, change_device, list_devices
from station_app.services.settings import Settings, change_settings, read_settings
from station_app.services.show_enrolment import Enrolment, show_enrolment
from station_app.services.station import PROGRAM
from station_app.ui.asking import Desk, Event
from station_app.ui.settings.shown import BackupShown, Group, PortShown, ScanShown, SettingsShown

_GROUP_OF: dict[str, Group] = {
    "theme": "view",
    "text_size": "view",
    "language": "language",
    "sounds": "sounds",
    "volume": "sounds",
    "scanner": "scanner",
    "idle_minutes": "idle",
    "backup_folder": "backup",
}


class SettingsView(Protocol):
    """``changed`` carries a name and value of `Settings`, ``device_added`` and ``…_changed`` id, label and serial."""

    @property
    def changed(self) -> Event: ...

    @property
    def device_added(self) -> Event: ...

    @property
    def device_changed(self) -> Event: ...

    @property
    def sound_tried(self) -> Event: ...

    @property
    def scan_typed(self) -> Event: ...

    @property
    def backup_asked(self) -> Event: ...

    @property
    def backup_stopped(self) -> Event: ...

    def show_settings(self, shown: SettingsShown) -> None: ...


@dataclass(frozen=True, slots=True)
class _Known:
    settings: Settings
    devices: tuple[DeviceShown, ...]
    about: Enrolment
    free: int | None


def serial_ports() -> list[PortShown]:
    """May take a few tens of milliseconds."""
    from station_app.hardware.serial_scanner import ports

    return [PortShown(port.key, port.label) for port in ports()]


class SettingsPresenter:
    def __init__(self, view: SettingsView, desk: Desk, ports: Callable[[], list[PortShown]] = serial_ports) -> None:
        self._view, self._desk, self._ports = view, desk, ports
        self._known: _Known | None = None
        self._found_ports: tuple[PortShown, ...] = ()
        self._scan: ScanShown | None = None
        self._backup = BackupShown()
        self._stop = Flag()
        self._done: Group | None = None
        self._trouble: tuple[Group, str] | None = None
        view.changed.connect(self._change)
        view.device_added.connect(self._add_device)
        view.device_changed.connect(self._change_device)
        view.sound_tried.connect(lambda: desk.sounds.play("saved"))
        view.scan_typed.connect(self._read)
        view.backup_asked.connect(self._back_up)
        view.backup_stopped.connect(self._stop_backup)

    def shown(self) -> None:
        self._done = self._trouble = None
        self._desk.read.ask(self._look, self._seen)
        self._desk.slow.ask(self._ports, self._ports_seen)

    def tick(self) -> None:
        """Nothing here changes by itself."""

    def scanned(self, burst: Burst) -> None:
        """A test scan: read as at intake, stored nowhere."""
        self._read(burst.text)

    def _look(self) -> _Known:
        station = self._desk.station
        settings = read_settings(station.home).settings
        return _Known(settings, tuple(list_devices(station)), show_enrolment(station), _free(settings.backup_folder))

    def _seen(self, known: _Known) -> None:
        self._known = known
        self._backup = replace(self._backup, free=known.free)
        self._show()

    def _ports_seen(self, ports: list[PortShown]) -> None:
        self._found_ports = tuple(ports)
        self._show()

    def _change(self, name: str, value: object) -> None:
        if self._known is None:
            return
        before, values = self._known.settings, {name: value}
        if name == "volume":  # 0 is how sounds are switched off; they keep how loud they were
            values = {"sounds": bool(value), "volume": value or before.volume}
        if all(getattr(before, key) == wanted for key, wanted in values.items()):
            return
        station, group = self._desk.station, _GROUP_OF[name]

        def call() -> Settings:
            if name == "backup_folder" and value and not Path(str(value)).is_dir():
                raise InputRefused("not_found", file=Path(str(value)).name)
            return change_settings(station, **values)

        self._desk.write.ask(call, lambda settings: self._changed(group, settings), self._refusing(group))

    def _changed(self, group: Group, settings: Settings) -> None:
        self._desk.use_settings(settings)
        self._well(group)

    def _add_device(self, device: str, label: str, serial: str) -> None:
        station = self._desk.station
        self._desk.write.ask(
            lambda: add_device(station, device.strip(), label, serial),
            lambda _: self._well("devices"),
            self._refusing("devices"),
        )

    def _change_device(self, device: str, label: str, serial: str) -> None:
        station = self._desk.station
        self._desk.write.ask(
            lambda: change_device(station, device, label, serial),
            lambda _: self._well("devices"),
            self._refusing("devices"),
        )

    def _well(self, group: Group) -> None:
        self._done, self._trouble = group, None
        self._desk.journal_grew()
        self._desk.read.ask(self._look, self._seen)

    def _refusing(self, group: Group) -> Callable[[Refusal], None]:
        def refused(refusal: Refusal) -> None:
            self._done, self._trouble = None, (group, self._desk.say(refusal))
            self._show()

        return refused

    def _read(self, text: str) -> None:
        station = self._desk.station
        try:
            scan = read_scan(text, today=business_day(self._desk.now()), rules=station.catalogue.scan_rules)
        except InputRefused as refusal:
            self._scan = ScanShown(trouble=self._desk.say(refusal))
        else:
            holder = scan.holder
            number = holder.number or holder.old_number or ""
            self._scan = ScanShown(scan.format, number[-4:], holder.name or "")
        self._show()

    def _back_up(self) -> None:
        known, station = self._known, self._desk.station
        if known is None or not known.settings.backup_folder or self._backup.share is not None:
            return
        self._stop.clear()
        self._backup = BackupShown(share=0.0, free=self._backup.free)

        def told(done: int, total: int) -> None:
            if self._stop.is_set():
                raise InputRefused("backup_stopped")
            self._desk.slow.tell(lambda: self._progress(done / total if total else 0.0))

        folder = Path(known.settings.backup_folder)
        self._desk.slow.ask(lambda: back_up(station, folder, told), self._backed_up, self._not_backed_up)
        self._show()

    def _stop_backup(self) -> None:
        if self._backup.share is not None:
            self._stop.set()
            self._backup = replace(self._backup, stopping=True)
            self._show()

    def _progress(self, share: float) -> None:
        if self._backup.share is not None:
            self._backup = replace(self._backup, share=share)
            self._show()

    def _backed_up(self, made: BackedUp) -> None:
        self._backup = BackupShown(made=Path(made.file).name)
        self._well("backup")

    def _not_backed_up(self, refusal: Refusal) -> None:
        self._backup = BackupShown(free=self._backup.free)
        self._refusing("backup")(refusal)

    def _show(self) -> None:
        if self._known is None:
            return
        self._view.show_settings(
            SettingsShown(
                settings=self._known.settings,
                all_allowed=self._desk.station.person.may("settings"),
                devices=self._known.devices,
                ports=self._found_ports,
                scan=self._scan,
                backup=self._backup,
                about=self._known.about,
                program=PROGRAM,
                done=self._done,
                trouble=self._trouble,
            )
        )


def _free(folder: str) -> int | None:
    try:
        return shutil.disk_usage(folder).free if folder else None
    except (OSError, ValueError):
        return None
