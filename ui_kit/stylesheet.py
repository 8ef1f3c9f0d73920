"""The style sheet for the stock widgets that the kit doesn't paint itself, built from the tokens."""

from __future__ import annotations

from ui_kit import tokens


def stylesheet(tone: tokens.Palette) -> str:
    """Return the QSS of one theme."""
    return f"""
QToolTip {{ color: {tone.text}; background: {tone.surface}; border: 1px solid {tone.ctl}; padding: 4px 8px; }}
QLineEdit, QPlainTextEdit, QSpinBox {{
    placeholder-text-color: {tone.muted}; color: {tone.text}; background: {tone.surface}; border: 1px solid {tone.ctl};
    border-radius: {tokens.CONTROL_RADIUS}px; padding: 0 9px;
    selection-color: {tone.on_blue}; selection-background-color: {tone.blue};
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled {{
    color: {tone.muted}; background: {tone.sunken}; border-color: {tone.border};
}}
QLineEdit[wrong="true"] {{ border: 2px solid {tone.orange}; padding: 0 8px; }}
QLineEdit[bare="true"] {{ background: transparent; border: none; padding: 0; }}
QAbstractItemView {{
    color: {tone.text}; background: {tone.surface}; border: none; outline: none;
    selection-color: {tone.text}; selection-background-color: {tone.blue_soft};
}}
QComboBoxPrivateContainer {{ background: {tone.surface}; border: 1px solid {tone.ctl}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {tone.ctl}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
