"""One specimen of every widget, in its telling states, and a gallery of them all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.bullet_graph import Bullet, BulletGraph
from ui_kit.card import Card
from ui_kit.check_box import CheckBox
from ui_kit.check_row import CheckRow, CheckState, GroupStrip
from ui_kit.chip import Chip
from ui_kit.delta_label import DeltaLabel
from ui_kit.deviation_lines import DeviationChart, DeviationLine, Deviations
from ui_kit.divider import Divider
from ui_kit.drill_strip import DrillStrip
from ui_kit.figure import Figure
from ui_kit.hour_bars import HourBar, HourBars, MiniHourBars
from ui_kit.inline_panel import InlinePanel
from ui_kit.key_cap import KeyCap
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.navigation_rail import NavigationRail, RailEntry
from ui_kit.option_card import OptionCard
from ui_kit.option_chip import OptionChip
from ui_kit.option_tile import OptionTile
from ui_kit.outcome_key import OutcomeKey
from ui_kit.page_header import PageHeader
from ui_kit.person_avatar import PersonAvatar
from ui_kit.pick_field import PickField
from ui_kit.progress_bar import ProgressBar
from ui_kit.scan_field import ScanField
from ui_kit.segmented_control import SegmentedControl
from ui_kit.status_bar import StatusBar, StatusPart
from ui_kit.status_label import StatusLabel
from ui_kit.step_bar import StepBar
from ui_kit.step_list import Step, StepList, StepState
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel, RowTone
from ui_kit.text_field import TextField
from ui_kit.toggle_switch import ToggleSwitch

HOURS = (
    HourBar("7h", 11, 11.7),
    *(
        HourBar(f"{hour}h", done, 23.3)
        for hour, done in zip(range(8, 16), (25, 27, 26, 24, 20, 25, 27, 25), strict=True)
    ),
    HourBar("16h", 3, 2.7),
)
RAIL = (
    RailEntry("shift", 1, "clock", "Ca"),
    RailEntry("intake", 2, "scan", "Ghi hồ sơ"),
    RailEntry("board", 3, "dispatch", "Điều độ"),
    RailEntry("progress", 4, "progress", "Tiến độ"),
    RailEntry("export", 5, "usb", "Xuất USB"),
    RailEntry("plan", 6, "calendar", "Lịch gọi"),
    RailEntry("report", 7, "report", "Báo cáo"),
)


def button_primary() -> QWidget:
    return ActionButton("Niêm phong ca 2", key="Ctrl Enter", icon="seal", primary=True, height=tokens.SEAL)


def button_outlined() -> QWidget:
    return ActionButton("Tạm dừng thiết bị", key="F9", icon="pause")


def button_disabled() -> QWidget:
    button = ActionButton("In phiếu", key="Ctrl P", icon="printer")
    button.setEnabled(False)
    return button


def button_progress() -> QWidget:
    button = ActionButton("Xuất và kiểm tra", primary=True, height=tokens.BIG_ACTION, pixels=18)
    button.set_progress(0.52, "bước 3 / 5, còn khoảng 3 giây")
    return button


def bullet_ahead() -> QWidget:
    graph = BulletGraph()
    graph.set_bullet(
        Bullet(213, 201, 350, 371),
        "đã làm 213, kế hoạch 201, định mức 350, dự kiến 371",
        plan_label="kế hoạch đến giờ 201",
        quota_label="định mức",
        quota_text="350",
    )
    graph.setFixedWidth(368)
    return graph


def bullet_behind() -> QWidget:
    """The plan has nearly come to the quota, and the labels would touch."""
    graph = BulletGraph()
    graph.set_bullet(
        Bullet(290, 330, 350, 309),
        "đã làm 290, kế hoạch 330, định mức 350, dự kiến 309",
        plan_label="kế hoạch đến giờ 330",
        quota_label="định mức",
        quota_text="350",
    )
    graph.setFixedWidth(368)
    return graph


def bullet_compact() -> QWidget:
    graph = BulletGraph()
    graph.set_bullet(Bullet(164, 201, 350, 285), "đã làm 164, kế hoạch 201, định mức 350, dự kiến 285")
    graph.setFixedWidth(336)
    return graph


def hour_bars() -> QWidget:
    bars = HourBars()
    bars.set_bars(HOURS, "hồ sơ theo giờ")
    bars.setFixedWidth(368)
    return bars


def hour_bars_of_a_long_day() -> QWidget:
    """More hours than labels find room for."""
    bars = HourBars()
    bars.set_bars([HourBar(f"{hour}h", hour, 23.3) for hour in range(7, 23)], "hồ sơ theo giờ")
    bars.setFixedWidth(368)
    return bars


def hour_bars_mini() -> QWidget:
    bars = MiniHourBars()
    bars.set_bars(HOURS, "hồ sơ theo giờ")
    return bars


def deviations() -> QWidget:
    def line(name: str, projected: float, *values: float) -> DeviationLine:
        return DeviationLine(name, tuple(zip((450, 600, 720, 840, 967), values, strict=True)), projected)

    chart = DeviationChart()
    chart.set_deviations(
        Deviations(
            lines=(
                line("TB6", 31, 0, 6, 10, 13, 18),
                line("TB1", 21, 0, 5, 8, 6, 12),
                line("TB2", 10, 0, 2, 2, 3, 6),
                line("TB4", 0, 0, 0, -1, 0, 0),
                line("TB3", -23, 0, -3, -9, -17, -13),
                line("TB5", -65, 0, 0, -17, -19, -37),
            ),
            first=450,
            last=1350,
            now=967,
            now_label="16:07",
            hours=tuple((60 * hour, f"{hour}:00") for hour in range(8, 23, 2)),
            shifts=((750, "ca 2"), (1050, "ca 3")),
        ),
        "lệch so với kế hoạch trong ngày",
    )
    chart.setFixedSize(820, 180)
    return chart


def marks() -> QWidget:
    return _column(*(StatusLabel(mark, mark.value, tokens.CELL, column=24) for mark in Mark))


def deltas() -> QWidget:
    labels = []
    for value, pixels in ((12, 24), (-37, 14), (0, 14), (-1.6, 12)):
        label = DeltaLabel(pixels)
        label.set_value(value, 1 if value == -1.6 else 0, alternative="so với kế hoạch")
        labels.append(label)
    return _column(*labels)


def figures() -> QWidget:
    stale = Figure("1.192", "/ 2.100")
    stale.set_stale(True)
    return _column(Figure("213", "/ 350"), Figure("138", "giây", tokens.FIGURE), stale)


def chips() -> QWidget:
    return _column(Chip(Mark.RECEIVED, "Đang chạy"), Chip(Mark.PAUSED, "Đang tạm dừng"), Chip(Mark.DONE, "đã khớp"))


def key_caps() -> QWidget:
    return _column(KeyCap("F1"), KeyCap("Ctrl Enter"), KeyCap("1"))


def outcome_keys() -> QWidget:
    plain, chosen, proposed, disabled = (
        OutcomeKey("F2", "Thiếu giấy tờ"),
        OutcomeKey("F3", "Sai dữ liệu dân cư"),
        OutcomeKey("F1", "Đã thu nhận"),
        OutcomeKey("F4", "Vân tay, ảnh không đạt"),
    )
    chosen.setChecked(True)
    proposed.set_proposed(True, "Enter")
    disabled.setEnabled(False)
    return _grid(4, 113, plain, chosen, proposed, disabled)


def option_chips() -> QWidget:
    chosen, square = OptionChip("2", "Ngày sinh"), OptionChip("3", "Quên ghi, ghi bù ngay", pill=False)
    chosen.setChecked(True)
    return _column(OptionChip("1", "Họ tên"), chosen, square)


def option_cards() -> QWidget:
    cause = OptionCard("Lỗi đầu đọc vân tay", "ngoài kế hoạch", key="2")
    cause.setChecked(True)
    stick = OptionCard("USB số 03 · KINGSTON 16 GB", "đã đăng ký · bản chính", icon="usb", aside="trống 14,2 GB")
    stick.setChecked(True)
    blocked = OptionCard("USB lạ · không rõ số", "chưa đăng ký, không ghi vào đây", icon="usb", aside="đã chặn")
    blocked.set_blocked(True)
    return _grid(2, 380, OptionCard("Mất điện", "ngoài kế hoạch", key="1"), cause, stick, blocked)


def option_tiles() -> QWidget:
    chosen, opened = OptionTile("1", "chờ"), OptionTile("2", "đã mở")
    chosen.setChecked(True)
    opened.setEnabled(False)
    shift = OptionTile("Ca 3", "17:30–22:30", height=tokens.BIG_ACTION, pixels=tokens.BODY)
    return _grid(3, 109, chosen, opened, shift)


def segments() -> QWidget:
    return SegmentedControl(("Hôm nay", "Ca 2", "7 ngày"), "Khoảng thời gian")


def scan_field() -> QWidget:
    field = ScanField("Số định danh", "Quét mã vạch hoặc gõ 12 số", "Esc bỏ")
    field.set_scanned("031195004417")
    field.setFixedWidth(600)
    return field


def scan_field_empty() -> QWidget:
    field = ScanField("Số định danh", "Quét mã vạch hoặc gõ 12 số", "sẵn sàng")
    field.setFixedWidth(600)
    return field


def scan_field_wrong() -> QWidget:
    field = scan_field()
    assert isinstance(field, ScanField)
    field.set_wrong(True)
    return field


def text_fields() -> QWidget:
    note, wrong, secret = TextField("Ghi chú"), TextField("Số"), TextField("Mật khẩu", secret=True)
    note.setText("Kính đầu đọc bị mờ")
    wrong.setText("108")
    wrong.set_wrong(True)
    secret.setText("không ai biết")
    return _grid(1, 400, note, wrong, secret)


def pick_fields() -> QWidget:
    person, plain = PickField("Máy chính", people=True), PickField("Bàn giao cho")
    person.add_item("Trần Khánh Vân", 1, "Máy chính · chịu trách nhiệm ca")
    person.set_filled(True)
    plain.add_item("Đỗ Minh Quý", 2)
    plain.set_aside("đã nhập mật khẩu nhận ca")
    return _grid(1, 344, person, plain)


def checklist() -> QWidget:
    rows = [
        CheckRow("Nguồn điện và lưu điện", by_hand=False, aside="tự đo"),
        CheckRow("Khoảng cách ghế chờ, khẩu trang", by_hand=True, aside="Space"),
        CheckRow("Biên nhận ca trước", by_hand=False, aside="tự đo"),
        CheckRow("Chuỗi ghi liền mạch", by_hand=False, aside="tự đo"),
    ]
    rows[0].set_state(CheckState.PASSED, "còn 42 phút khi mất điện")
    rows[2].set_state(CheckState.WARNED, "đã 13 giờ, nhắc xuất lại")
    rows[3].set_state(CheckState.FAILED, "đứt ở dòng 13.412")
    rows[3].set_last(True)
    return _grid(1, 510, GroupStrip("An toàn", "1 / 4"), *rows, spacing=0)


def check_boxes() -> QWidget:
    box = CheckBox("Ghi thêm bản thứ hai lên USB số 05")
    box.setChecked(True)
    return _column(box, CheckBox("Chưa chọn"))


def switches() -> QWidget:
    on = ToggleSwitch("Chế độ diễn tập")
    on.setChecked(True)
    return _column(ToggleSwitch("Chế độ diễn tập"), on, ground="rail")


def panels() -> QWidget:
    strip = InlinePanel(
        "notice",
        "Bộ gõ tiếng Việt đang bật.",
        "Mã quét có thể bị đổi ký tự.",
        icon="keyboard",
        strip=True,
    )
    strip.row.addWidget(KeyCap("Ctrl Shift"))
    error = InlinePanel(
        "error",
        "Số này đã được ghi lúc 09:14 trên Thiết bị 2",
        icon="warning",
        aside="chưa ghi gì thêm",
        title_pixels=tokens.PERSON,
    )
    late = InlinePanel(
        "notice", "Biên nhận chậm 13 giờ", "Gói 0076 chưa có biên nhận. Vẫn ghi hồ sơ bình thường.", edge=False
    )
    good = InlinePanel("good", "Rút được cả hai USB an toàn", edge=False)
    return _grid(1, 600, strip, error, late, good)


def step_list() -> QWidget:
    steps = StepList()
    steps.set_steps(
        (
            Step("Ghi lên USB 03", StepState.DONE, "71 KiB · 0,4 giây"),
            Step("Đọc lại từ USB", StepState.CURRENT, "44 / 71 KiB · 62%", 0.62),
            Step("Đối chiếu và ký nhận", StepState.WAITING, "chờ"),
            Step("Bản thứ hai lên USB 05", StepState.FAILED, "USB bị rút"),
        ),
        "bước 2 trên 4",
    )
    steps.setFixedWidth(620)
    return steps


def step_bar() -> QWidget:
    steps = StepBar()
    steps.set_steps(
        (
            Step("Kiểm số", StepState.DONE),
            Step("Lý do chênh lệch", StepState.FAILED),
            Step("Niêm phong", StepState.CURRENT),
            Step("In phiếu", StepState.WAITING),
        ),
        "bước 3 trên 4",
    )
    steps.setFixedWidth(820)
    return steps


def progress_bar() -> QWidget:
    bar = ProgressBar(0.917, "11 trên 12")
    bar.setFixedWidth(304)
    return bar


def avatars() -> QWidget:
    return _column(PersonAvatar("Lê Thu Hạnh"), PersonAvatar("Trần Khánh Vân", filled=True))


def rail() -> QWidget:
    made = NavigationRail(RAIL, "Khóa")
    made.set_current("intake")
    made.setFixedHeight(664)
    return made


def header() -> QWidget:
    made = PageHeader("Ghi hồ sơ", "Thiết bị 1 · Ca 2 12:30–17:30")
    made.controls.addWidget(ActionButton("Lập đề nghị", key="Ctrl Enter", primary=True, height=tokens.SEGMENT))
    made.setFixedWidth(620)
    return made


def status_bar() -> QWidget:
    bar = StatusBar()
    bar.set_left(("Điểm 07 · Lê Chân", "Trần Khánh Vân · Cán bộ thu nhận", "Ca 2 · 12:30–17:30 · Thiết bị 1"))
    bar.set_right(
        (StatusPart("Gói 0076 chờ biên nhận 22 giờ", Mark.WAITING), StatusPart("Chuỗi ghi liền mạch", Mark.DONE))
    )
    bar.set_clock("Thứ Năm 08/04/2021", "16:07")
    bar.setFixedWidth(1366)
    return bar


def drill_strip() -> QWidget:
    strip = DrillStrip("DIỄN TẬP")
    strip.setFixedWidth(400)
    return strip


def card() -> QWidget:
    made = Card("Thiết bị và ca", "11 / 12 đạt", accent=True)
    made.body.addWidget(Label("Kính gửi cán bộ trực ca, dòng này dài hơn một dòng và xuống hàng.", wrap=True))
    made.body.addWidget(Divider())
    made.body.addWidget(Label("Dòng này dài quá chỗ của nó nên bị cắt bớt ở cuối", tokens.CELL, role="text2"))
    made.body.addWidget(Label("7F3A 91C0 2B", tokens.TITLE, tokens.SEMIBOLD, code=True, align=strokes.CENTRE))
    made.setFixedSize(300, 170)
    return made


def table() -> QWidget:
    model = RowsModel(
        (
            Column("Thiết bị", 24),
            Column("", 120),
            Column("Tiến độ đến giờ", 240, ticks=((0.5025, "kế hoạch"), (0.875, "định mức"))),
            Column("Lệch", 70, strokes.RIGHT),
            Column("", 16),
            Column("Nhịp mỗi giờ", 112, strokes.RIGHT, gap=16),
            Column("Kết quả", 200, gap=12),
            Column("Tình trạng", 0),
        )
    )
    rows = []
    for number, name, done, tone in (
        (5, "Hoàng Minh Tú", 164, RowTone.ALARM),
        (3, "Bùi Quang Huy", 201, RowTone.LATE),
        (1, "Trần Khánh Vân", 213, RowTone.FRESH),
        (6, "Vũ Hải Yến", 219, RowTone.PLAIN),
        (4, "Đinh Thị Thoa", 207, RowTone.PLAIN),
    ):
        cells = (
            Cell(str(number), weight=tokens.SEMIBOLD, pixels=tokens.SECTION),
            Cell(name),
            Cell(bullet=Bullet(done, 201, 350, done * 1.74), alternative=f"{done} trên 350"),
            Cell(("+" if done > 201 else "") + str(done - 201).replace("-", "−"), delta=True, weight=tokens.SEMIBOLD),
            Cell(),
            Cell("23", weight=tokens.SEMIBOLD, hours=HOURS, alternative="nhịp"),
            Cell(
                "Đã thu nhận",
                "text2",
                lead="F1",
                lead_role="blue_text",
                action="Hoàn tác" if done == 213 else "",
                key="Ctrl Z" if done == 213 else "",
            ),
            Cell("chưa gửi", mark=Mark.WAITING, pixels=tokens.CAPTION, weight=tokens.MEDIUM),
        )
        rows.append(Row(cells, tone, number))
    model.set_rows(rows)
    made = Table("Thiết bị", model, row_height=tokens.BOARD_ROW, head_height=32)
    model.setParent(made)
    made.setFixedSize(900, 234)
    return made


SPECIMENS: dict[str, Callable[[], QWidget]] = {
    make.__name__: make
    for make in (
        button_primary, button_outlined, button_disabled, button_progress, bullet_ahead, bullet_behind, bullet_compact,
        hour_bars, hour_bars_of_a_long_day, hour_bars_mini, deviations,
        marks, deltas, figures, chips, key_caps, outcome_keys, option_chips,
        option_cards, option_tiles, segments, scan_field, scan_field_empty, scan_field_wrong, text_fields, pick_fields,
        checklist, check_boxes, switches, panels, step_list, step_bar, progress_bar, avatars, rail, header, status_bar,
        drill_strip, card, table,
    )
}  # fmt: skip


def on_ground(content: QWidget) -> QWidget:
    """Return a window with 8 px of the page's ground round `content`."""
    window = QWidget()
    room = QVBoxLayout(window)
    room.setContentsMargins(8, 8, 8, 8)
    room.addWidget(content, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    window.adjustSize()
    return window


def gallery() -> QWidget:
    """Return every specimen on one sheet: two columns of small ones, then the wide ones."""
    sheet = QWidget()
    page = QGridLayout(sheet)
    wide = {"status_bar", "table", "deviations", "step_bar"}
    narrow = [make for name, make in SPECIMENS.items() if name not in wide and name != "rail"]
    page.addWidget(SPECIMENS["rail"](), 0, 0, 20, 1, Qt.AlignmentFlag.AlignTop)
    for at, make in enumerate(narrow):
        page.addWidget(make(), at // 2, 1 + at % 2, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for name in sorted(wide):
        page.addWidget(SPECIMENS[name](), page.rowCount(), 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
    sheet.adjustSize()
    return sheet


def save_galleries(application: QApplication, folder: str) -> None:
    """Save the gallery in both themes and at both ends of the text sizes, to be looked at."""
    for dark in (False, True):
        for scale in (1.0, 1.5):
            theme.apply(application, dark=dark, scale=scale)
            gallery().grab().save(f"{folder}/gallery_{'dark' if dark else 'light'}_{round(scale * 100)}.png")


def _column(*widgets: QWidget, ground: str = "bg") -> QWidget:
    return _grid(1, 0, *widgets, ground=ground)


def _grid(across: int, width: int, *widgets: QWidget, spacing: int = tokens.GAP, ground: str = "bg") -> QWidget:
    made = QWidget()
    made.setAutoFillBackground(True)
    colours = made.palette()
    colours.setColor(made.backgroundRole(), theme.colour(ground))
    made.setPalette(colours)
    page = QGridLayout(made)
    page.setContentsMargins(0, 0, 0, 0)
    page.setSpacing(spacing)
    for at, widget in enumerate(widgets):
        if width:
            widget.setFixedWidth(theme.scaled(width))
        place = Qt.AlignmentFlag.AlignTop if width else Qt.AlignmentFlag.AlignLeft
        page.addWidget(widget, at // across, at % across, place)
    return made
