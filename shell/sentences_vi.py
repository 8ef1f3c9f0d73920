"""The sentences in Vietnamese: code -> (what happened and what is safe, what to do next)."""

from __future__ import annotations

VIETNAMESE: dict[str, tuple[str, str]] = {
    "bug": (
        "Lỗi của chương trình. Các hồ sơ đã ghi vẫn an toàn.",
        "Gửi tệp nhật ký {file} cho người phụ trách phần mềm.",
    ),
}
