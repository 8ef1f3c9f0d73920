"""The words of a line that asks for attention: what it is with its figure, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station_app.ui import worded
from station_app.ui.board.shown import AttentionShown
from ui_kit import formats


def where(line: AttentionShown) -> str:
    """`TB3`, or the whole point."""
    return f"TB{line.place}" if line.place else QCoreApplication.translate("Attention", "Cả điểm")


def what(line: AttentionShown) -> str:
    """With its figure, and what that is beside where it says more."""
    translate = QCoreApplication.translate
    match line.rule:
        case "overdue":
            words = translate("Attention", "ca quá 04:00 chưa đóng, {0}").format(worded.duration(line.figure))
        case "not_opened" if line.act == "report_zero":
            words = translate("Attention", "không mở {0}").format(line.window)
        case "not_opened":
            words = translate("Attention", "chưa mở {0}, trễ {1}").format(line.window, worded.duration(line.figure))
        case "silent":
            words = translate("Attention", "không ghi hồ sơ nào {0}").format(worded.duration(line.figure))
        case "paused":
            words = translate("Attention", "tạm dừng {0}").format(worded.duration(line.figure))
        case "behind":
            words = translate("Attention", "chậm {0}").format(worded.duration(line.figure))
        case "close_late":
            words = translate("Attention", "hết giờ ca đã {0}, chưa đóng").format(worded.duration(line.figure))
        case "difference":
            figure = formats.signed(line.figure)
            words = translate("Attention", "lệch {0} hồ sơ khi đóng {1}").format(figure, line.window)
        case "too_fast":
            words = translate("Attention", "ghi {0} giây một hồ sơ, dưới {1}").format(line.figure, line.beside)
        case "outcome_share":
            shares = formats.percent(line.figure / 100), formats.percent(line.beside / 100)
            words = translate("Attention", "{0} {1}, mọi khi {2}").format(line.outcome, *shares)
        case "unsent":
            words = translate("Attention", "chưa có biên nhận {0}").format(worded.duration(60 * line.figure))
    return words


def act(line: AttentionShown) -> str:
    """The one thing to do."""
    translate = QCoreApplication.translate
    return {
        "close_shift": translate("Attention", "Vào Ca (Alt+1), đóng và niêm phong"),
        "open_shift": translate("Attention", "Mở ca, hoặc báo không chạy (Alt+1)"),
        "report_zero": translate("Attention", "Báo không chạy cho ca đó (Alt+1)"),
        "ask_crew": translate("Attention", "Hỏi tổ máy; máy dừng thì bấm F9"),
        "run_again": translate("Attention", "Khắc phục rồi cho máy chạy lại (F9)"),
        "catch_up": translate("Attention", "Chuyển bớt công dân sang máy đang sớm"),
        "say_why": translate("Attention", "Chọn nguyên nhân ở ô bên dưới (Tab)"),
        "count_again": translate("Attention", "Đối chiếu bộ đếm của máy với sổ"),
        "look_at_entries": translate("Attention", "Xem lại các hồ sơ vừa ghi (Alt+8)"),
        "export": translate("Attention", "Xuất USB, chuyển về chỉ huy (Alt+5)"),
    }[line.act]


def known(line: AttentionShown) -> str:
    """`Phạm Đức Lương 16:05`; "" while nobody knows of it."""
    return f"{line.known_by} {formats.clock(line.known_at)}" if line.known_at else ""


def whole(line: AttentionShown) -> str:
    """All of a line, for assistive technology."""
    told = [f"{where(line)} {what(line)}", line.cause, act(line), known(line)]
    return ". ".join(part for part in told if part)
