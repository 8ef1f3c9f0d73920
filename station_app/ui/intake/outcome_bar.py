"""The keys F1 to F7."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.intake import words
from station_app.ui.intake.shown import OutcomeShown
from ui_kit import tokens
from ui_kit.outcome_key import OutcomeKey


class OutcomeBar(QWidget):
    """``pressed`` [outcome id]."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Kết quả"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.GAP)
        self._keys: dict[str, OutcomeKey] = {}
        self._caps: dict[str, str] = {}

    def outcome_of(self, key: str) -> str | None:
        """The outcome of `F1` … `F7`."""
        return next((outcome for outcome, shown in self._caps.items() if shown == key), None)

    def show_outcomes(self, outcomes: Sequence[OutcomeShown]) -> None:
        if list(self._keys) != [outcome.choice.id for outcome in outcomes]:
            self._make(outcomes)
        for outcome in outcomes:
            button = self._keys[outcome.choice.id]
            button.setEnabled(outcome.enabled)
            button.setChecked(outcome.chosen)
            button.set_proposed(outcome.proposed, self.tr("Enter") if outcome.proposed else "")

    def _make(self, outcomes: Sequence[OutcomeShown]) -> None:
        for button in self._keys.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self._keys = {}
        self._caps = {outcome.choice.id: outcome.choice.key for outcome in outcomes}
        for outcome in outcomes:
            button = OutcomeKey(outcome.choice.key, words.short(outcome.choice, words.OUTCOMES))
            button.clicked.connect(lambda _=False, id=outcome.choice.id: self.pressed.emit(id))
            self._keys[outcome.choice.id] = button
            self._row.addWidget(button, 1)
