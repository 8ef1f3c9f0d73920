"""How far the work is, step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_app.ui.export.shown import StepShown, WorkShown
from ui_kit import formats
from ui_kit.card import Card
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel
from ui_kit.step_list import Step, StepList, StepState

_STATES = {
    "waiting": StepState.WAITING,
    "current": StepState.CURRENT,
    "done": StepState.DONE,
    "failed": StepState.FAILED,
}


class StepsCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._leave_it = StatusLabel(Mark.WAITING, self.tr("đừng rút USB"))
        self.head.addWidget(self._leave_it)
        self._steps = StepList()
        self.body.addSpacing(4)
        self.body.addWidget(self._steps)
        self.body.addStretch(1)

    def show_work(self, shown: WorkShown) -> None:
        seq = f"{shown.seq:04d}"
        self.set_title(self.tr("Chép thêm gói {0}").format(seq) if shown.copying else self.tr("Xuất và kiểm tra"))
        running = any(step.state == "current" for step in shown.steps)
        self._leave_it.setVisible(running)
        steps = [self._step(step, begun=running) for step in shown.steps]
        current = next((step for step in steps if step.state in (StepState.CURRENT, StepState.FAILED)), None)
        self._steps.set_steps(steps, f"{current.text}, {current.aside}" if current else "")

    def _step(self, step: StepShown, *, begun: bool) -> Step:
        share = step.done / step.total if step.state == "current" and step.total > 1 else None
        return Step(self._name(step), _STATES[step.state], self._aside(step, begun=begun), share)

    def _name(self, step: StepShown) -> str:
        names = {
            "write": self.tr("Ghi lên {0}").format(step.stick) if step.stick else self.tr("Ghi lên USB"),
            "flush": self.tr("Đẩy hết xuống USB"),
            "read_back": self.tr("Đọc lại từ USB"),
            "verify": self.tr("Đối chiếu và ghi sổ"),
            "second_copy": self.tr("Chép lên {0}, đọc lại").format(step.stick or "USB"),
        }
        return names[step.step]

    def _aside(self, step: StepShown, *, begun: bool) -> str:
        match step.state:
            case "waiting":
                return self.tr("chờ") if begun else ""
            case "failed":
                return self.tr("dừng ở đây")
            case "current":
                if step.total <= 1:
                    return self.tr("đang làm")
                percent = formats.percent(step.done / step.total)
                return f"{self._amount(step, both=True)} · {percent}"
        seconds = self.tr("{0} giây").format(formats.decimal(step.seconds or 0.0, 1))
        return f"{self._amount(step, both=False)} · {seconds}" if step.total > 1 else seconds

    def _amount(self, step: StepShown, *, both: bool) -> str:
        """Entries while writing, bytes otherwise."""
        if step.step == "write":
            total = self.tr("{0} bản ghi").format(formats.integer(step.total))
            return f"{formats.integer(step.done)} / {total}" if both else total
        # What is copied is written and read back, so its bytes are counted twice.
        parts = 2 if step.step == "second_copy" else 1
        total = formats.file_size(step.total // parts)
        if not both or parts == 2:
            return total
        done, unit = formats.file_size(step.done).split(" ")
        return f"{done} / {total}" if total.endswith(f" {unit}") else f"{done} {unit} / {total}"
