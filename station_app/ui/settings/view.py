"""The settings on one page: one's own view and the devices at the left, what the administrator sets at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.services.devices import DeviceShown
from station_app.services.settings import LONGEST_IDLE, TEXT_SIZES
from station_app.ui.columns import Columns
from station_app.ui.settings.rows import DeviceLine, GroupCard, column
from station_app.ui.settings.shown import Group, ScanShown, SettingsShown
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.label import Label
from ui_kit.page_header import PageHeader
from ui_kit.pick_field import PickField
from ui_kit.segmented_control import SegmentedControl
from ui_kit.text_field import TextField

_LEFT, _RIGHT = 619, 619
_THEMES = ("light", "dark", "system")
_LANGUAGES = ("vi", "en")
_VOLUMES = (0, 25, 50, 70, 100)
_IDLE = (1, 2, 5, 10, 15, 30, LONGEST_IDLE)


class SettingsView(QWidget):
    changed = Signal(str, object)
    device_added = Signal(str, str, str)
    device_changed = Signal(str, str, str)
    sound_tried = Signal()
    scan_typed = Signal(str)
    backup_asked = Signal()
    backup_stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._ports: tuple[tuple[str, str], ...] = ()
        self._devices_shown: tuple[DeviceShown, ...] | None = None
        self._make_view()
        self._make_station()
        own, station = (
            column(self._view, self._sounds, self._devices),
            column(self._scanner, self._idle_card, self._backup, self._about),
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(0)
        page.addWidget(PageHeader(self.tr("Cài đặt"), self.tr("Đổi là áp dụng ngay trên máy này")))
        page.addWidget(Columns(((own, _LEFT), (station, _RIGHT))), 1)
        self.setFocusProxy(self._size)

    def show_settings(self, shown: SettingsShown) -> None:
        self._showing = True
        settings = shown.settings
        self._size.set_current(TEXT_SIZES.index(settings.text_size))
        self._theme.set_current(_THEMES.index(settings.theme))
        self._language.set_current(_LANGUAGES.index(settings.language))
        self._volume.set_current(_nearest(_VOLUMES, settings.loudness))
        self._idle.set_current(_nearest(_IDLE, settings.idle_minutes))
        self._show_ports(shown)
        self._show_scan(shown.scan)
        self._show_backup(shown)
        self._show_devices(shown.devices)
        for card in (self._scanner, self._idle_card, self._backup, self._devices):
            card.setVisible(shown.all_allowed)
        about = shown.about
        if about is not None:
            self._about_words.setText(
                self.tr("Trạm {0}, kỳ {1} · mã khóa {2}\nBộ khóa tin cậy {3} · kế hoạch {4} · {5}").format(
                    about.station,
                    about.epoch,
                    about.fingerprint,
                    about.trust_version or "–",
                    about.plan_version or "–",
                    shown.program,
                )
            )
        self._tell(shown)
        self._showing = False

    def _make_view(self) -> None:
        self._view = GroupCard(self.tr("Hiển thị"), self.tr("cho mọi người dùng máy này"))
        self._size = SegmentedControl([f"{size}%" for size in TEXT_SIZES], self.tr("Cỡ chữ"))
        self._theme = SegmentedControl([self.tr("Sáng"), self.tr("Tối"), self.tr("Theo máy")], self.tr("Nền"))
        self._language = SegmentedControl(["Tiếng Việt", "English"], self.tr("Ngôn ngữ"))
        self._size.changed.connect(lambda at: self._change("text_size", TEXT_SIZES[at]))
        self._theme.changed.connect(lambda at: self._change("theme", _THEMES[at]))
        self._language.changed.connect(lambda at: self._change("language", _LANGUAGES[at]))
        self._view.line(self.tr("Cỡ chữ"), self._size)
        self._view.line(self.tr("Nền"), self._theme)
        self._view.line(self.tr("Ngôn ngữ, từ lần mở sau"), self._language)
        self._view.finish()
        self._sounds = GroupCard(self.tr("Âm thanh"))
        self._volume = SegmentedControl(
            [self.tr("Tắt"), *(f"{volume}%" for volume in _VOLUMES[1:])], self.tr("Âm lượng")
        )
        self._volume.changed.connect(lambda at: self._change("volume", _VOLUMES[at]))
        hear = ActionButton(self.tr("Nghe thử"), height=40)
        hear.clicked.connect(self.sound_tried)
        self._sounds.line(self.tr("Âm lượng"), self._volume, hear)
        self._sounds.finish()
        self._devices = GroupCard(self.tr("Thiết bị"), self.tr("Enter để lưu; định mức theo kế hoạch sau"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(tokens.GAP)
        self._devices.body.addLayout(self._lines)
        self._devices.finish()

    def _make_station(self) -> None:
        self._scanner = GroupCard(self.tr("Máy quét"), self.tr("máy quét kiểu bàn phím không cần chọn"))
        self._port = PickField(self.tr("Cổng máy quét"))
        self._port.activated.connect(lambda _: self._change("scanner", self._port.currentData()))
        self._try = TextField(self.tr("Quét thử"), placeholder=self.tr("quét hoặc gõ rồi Enter, không lưu gì"))
        self._try.returnPressed.connect(self._try_scan)
        self._read = Label("", tokens.CELL, role="text2", wrap=True)
        self._scanner.line(self.tr("Cổng"), self._port)
        self._scanner.line(self.tr("Quét thử"), self._try)
        self._scanner.body.addWidget(self._read)
        self._scanner.finish()
        self._idle_card = GroupCard(self.tr("Tự khóa"), self.tr("chỉ huy biết giá trị này"))
        self._idle = SegmentedControl([str(minutes) for minutes in _IDLE], self.tr("Số phút không dùng thì khóa"))
        self._idle.changed.connect(lambda at: self._change("idle_minutes", _IDLE[at]))
        self._idle_card.line(self.tr("Sau số phút"), self._idle)
        self._idle_card.finish()
        self._backup = GroupCard(self.tr("Sao lưu"), self.tr("bản mã hóa, sau mỗi ca niêm phong"))
        self._folder = TextField(
            self.tr("Thư mục sao lưu"), placeholder=self.tr("đường dẫn, Enter để lưu; trống là tắt")
        )
        self._folder.returnPressed.connect(lambda: self._change("backup_folder", self._folder.text().strip()))
        self._now = ActionButton(self.tr("Sao lưu ngay"), height=40)
        self._now.clicked.connect(self.backup_asked)
        self._stop = ActionButton(self.tr("Dừng"), height=40)
        self._stop.clicked.connect(self.backup_stopped)
        self._free = Label("", tokens.CELL, role="text2", wrap=True)
        self._backup.line(self.tr("Thư mục"), self._folder)
        self._backup.line("", self._free, self._now, self._stop)
        self._backup.finish()
        self._about = GroupCard(self.tr("Về trạm này"))
        self._about_words = Label("", tokens.CELL, role="text2", wrap=True, code=True)
        self._about.body.addWidget(self._about_words)

    def _change(self, name: str, value: object) -> None:
        if not self._showing:
            self.changed.emit(name, value)

    def _try_scan(self) -> None:
        self.scan_typed.emit(self._try.text())
        self._try.clear()

    def _show_ports(self, shown: SettingsShown) -> None:
        ports = (
            ("", self.tr("Tự tìm cổng USB")),
            ("off", self.tr("Không dùng cổng nối tiếp")),
            *((port.key, port.label) for port in shown.ports),
        )
        chosen = shown.settings.scanner
        if chosen not in [key for key, _ in ports]:
            ports = (*ports, (chosen, self.tr("{0} (chưa cắm)").format(chosen)))
        if ports != self._ports:
            self._ports = ports
            self._port.clear()
            for key, label in ports:
                self._port.add_item(label, key)
        self._port.setCurrentIndex([key for key, _ in ports].index(chosen))

    def _show_scan(self, scan: ScanShown | None) -> None:
        self._read.setVisible(scan is not None)
        if scan is None:
            return
        words = self.tr("Đọc được: {0} · số …{1} · {2}").format(scan.format, scan.number, scan.name or "–")
        self._read.setText(scan.trouble or words)

    def _show_backup(self, shown: SettingsShown) -> None:
        backup, folder = shown.backup, shown.settings.backup_folder
        if not self._folder.hasFocus():
            self._folder.setText(folder)
        running = backup.share is not None
        self._now.setEnabled(bool(folder) and not running)
        self._now.set_progress(backup.share, f"{round(100 * (backup.share or 0))}%" if running else "")
        self._stop.setVisible(running)
        self._stop.setEnabled(not backup.stopping)
        if backup.made:
            words = self.tr("Đã có bản {0}.").format(backup.made)
        elif not folder:
            words = self.tr("Chưa chọn thư mục: không sao lưu.")
        elif backup.free is None:
            words = self.tr("Không thấy thư mục này: cắm ổ sao lưu.")
        else:
            words = self.tr("Còn trống {0}.").format(formats.drive_space(backup.free))
        self._free.setText(words)

    def _show_devices(self, devices: tuple[DeviceShown, ...]) -> None:
        if devices == self._devices_shown:
            return
        self._devices_shown = devices
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for device in devices:
            line = DeviceLine(device)
            line.saved.connect(self.device_changed)
            self._lines.addWidget(line)
        new = DeviceLine()
        new.saved.connect(self.device_added)
        self._lines.addWidget(new)

    def _tell(self, shown: SettingsShown) -> None:
        cards: dict[Group, GroupCard] = {
            "view": self._view,
            "language": self._view,
            "sounds": self._sounds,
            "scanner": self._scanner,
            "idle": self._idle_card,
            "backup": self._backup,
            "devices": self._devices,
        }
        for card in cards.values():
            card.tell()
        if shown.trouble is not None:
            group, words = shown.trouble
            cards[group].tell(trouble=words)
        elif shown.done is not None:
            restart = self.tr("Đã lưu, mở lại chương trình để đổi ngôn ngữ.")
            cards[shown.done].tell(done=restart if shown.done == "language" else self.tr("Đã áp dụng."))


def _nearest(choices: tuple[int, ...], value: int) -> int:
    """The place of the choice nearest to a value that a file may hold."""
    return min(range(len(choices)), key=lambda at: abs(choices[at] - value))
