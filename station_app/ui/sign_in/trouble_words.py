"""Why somebody isn't let in, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station_app.ui.sign_in.shown import Trouble
from ui_kit import formats


def trouble_words(trouble: Trouble | None) -> str:
    """ "" for no trouble."""
    if trouble is None:
        return ""
    translate = QCoreApplication.translate
    match trouble.kind:
        case "wrong":
            words = translate("Trouble", "Sai mật khẩu, còn {0} lần thử. Quên mật khẩu thì gọi quản trị thiết bị.")
            return words.format(trouble.left)
        case "locked" if trouble.until is not None:
            until, left = formats.clock(trouble.until), formats.stopwatch(trouble.seconds)
            return translate("Trouble", "Sai quá nhiều lần: khóa đến {until}, còn {left}.").format(
                until=until, left=left
            )
        case "old_first":
            return translate("Trouble", "Gõ mật khẩu đang dùng, rồi bấm F2.")
        case "differ":
            return translate("Trouble", "Hai lần gõ mật khẩu mới không giống nhau.")
        case "new_needed":
            return translate("Trouble", "Chưa gõ mật khẩu mới.")
    return trouble.words
