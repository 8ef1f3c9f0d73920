"""The roles of people, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def role_word(role: str) -> str:
    """`Cán bộ thu nhận` for `operator`; an unknown role speaks for itself."""
    words = {
        "operator": QCoreApplication.translate("Role", "Cán bộ thu nhận"),
        "supervisor": QCoreApplication.translate("Role", "Phụ trách điểm"),
        "administrator": QCoreApplication.translate("Role", "Quản trị thiết bị"),
    }
    return words.get(role, role)
