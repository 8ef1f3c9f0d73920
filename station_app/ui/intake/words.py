"""The screen's short words for what the catalogues have at length; without one, the catalogue's own is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.ui.intake.shown import Choice, UnitShown

OUTCOMES = {
    "accepted": QT_TRANSLATE_NOOP("IntakeWords", "Đã thu nhận"),
    "missing_papers": QT_TRANSLATE_NOOP("IntakeWords", "Thiếu giấy tờ"),
    "population_data_mismatch": QT_TRANSLATE_NOOP("IntakeWords", "Sai dữ liệu dân cư"),
    "biometric_quality": QT_TRANSLATE_NOOP("IntakeWords", "Vân tay, ảnh không đạt"),
    "duplicate": QT_TRANSLATE_NOOP("IntakeWords", "Trùng hồ sơ"),
    "device_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi thiết bị"),
    "mobile_or_rescheduled": QT_TRANSLATE_NOOP("IntakeWords", "Chuyển lưu\u00a0động"),
}
LISTED = {
    "population_data_mismatch": QT_TRANSLATE_NOOP("IntakeWords", "Sai dữ liệu"),
    "biometric_quality": QT_TRANSLATE_NOOP("IntakeWords", "Vân tay, ảnh"),
    "mobile_or_rescheduled": QT_TRANSLATE_NOOP("IntakeWords", "Lưu động"),
}
"""Before a reason in the list there is less room."""
QUESTIONS = {
    "missing_papers": QT_TRANSLATE_NOOP("IntakeWords", "Thiếu gì?"),
    "population_data_mismatch": QT_TRANSLATE_NOOP("IntakeWords", "Sai ở đâu?"),
    "biometric_quality": QT_TRANSLATE_NOOP("IntakeWords", "Vì sao?"),
    "duplicate": QT_TRANSLATE_NOOP("IntakeWords", "Trùng thế nào?"),
    "device_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi ở đâu?"),
    "mobile_or_rescheduled": QT_TRANSLATE_NOOP("IntakeWords", "Vì sao?"),
}
REASONS = {
    "no_old_card": QT_TRANSLATE_NOOP("IntakeWords", "Thẻ cũ"),
    "no_residence_proof": QT_TRANSLATE_NOOP("IntakeWords", "Sổ hộ khẩu"),
    "no_birth_certificate": QT_TRANSLATE_NOOP("IntakeWords", "Giấy khai sinh"),
    "no_change_proof": QT_TRANSLATE_NOOP("IntakeWords", "Giấy tờ thay đổi"),
    "not_in_population_data": QT_TRANSLATE_NOOP("IntakeWords", "Chưa có dữ liệu"),
    "name_differs": QT_TRANSLATE_NOOP("IntakeWords", "Họ tên"),
    "birth_date_differs": QT_TRANSLATE_NOOP("IntakeWords", "Ngày sinh"),
    "residence_differs": QT_TRANSLATE_NOOP("IntakeWords", "Nơi thường trú"),
    "old_number_differs": QT_TRANSLATE_NOOP("IntakeWords", "Số CMND cũ"),
    "fingerprint_worn": QT_TRANSLATE_NOOP("IntakeWords", "Vân tay mờ"),
    "fingerprint_injured": QT_TRANSLATE_NOOP("IntakeWords", "Tay bị thương"),
    "photo_rejected": QT_TRANSLATE_NOOP("IntakeWords", "Ảnh chân dung"),
    "attempts_exhausted": QT_TRANSLATE_NOOP("IntakeWords", "Thu nhiều lần"),
    "already_logged_this_shift": QT_TRANSLATE_NOOP("IntakeWords", "Đã ghi trong ca"),
    "already_accepted_elsewhere": QT_TRANSLATE_NOOP("IntakeWords", "Đã thu nhận trước"),
    "has_valid_chip_card": QT_TRANSLATE_NOOP("IntakeWords", "Đã có thẻ gắn chíp"),
    "number_used_by_another": QT_TRANSLATE_NOOP("IntakeWords", "Số của người khác"),
    "camera_fault": QT_TRANSLATE_NOOP("IntakeWords", "Máy ảnh"),
    "fingerprint_reader_fault": QT_TRANSLATE_NOOP("IntakeWords", "Máy thu vân tay"),
    "scanner_or_reader_fault": QT_TRANSLATE_NOOP("IntakeWords", "Máy quét, đầu đọc"),
    "software_or_link_fault": QT_TRANSLATE_NOOP("IntakeWords", "Phần mềm, kết nối"),
    "cannot_travel": QT_TRANSLATE_NOOP("IntakeWords", "Già yếu, ốm đau"),
    "moved_to_mobile_point": QT_TRANSLATE_NOOP("IntakeWords", "Điểm lưu động"),
    "rescheduled_by_citizen": QT_TRANSLATE_NOOP("IntakeWords", "Công dân xin hẹn"),
    "rescheduled_over_capacity": QT_TRANSLATE_NOOP("IntakeWords", "Quá công suất"),
}
CASE_TYPES = {
    "first_issue": QT_TRANSLATE_NOOP("IntakeWords", "Cấp lần đầu"),
    "from_cmnd9": QT_TRANSLATE_NOOP("IntakeWords", "Từ CMND 9 số"),
    "from_cmnd12": QT_TRANSLATE_NOOP("IntakeWords", "Từ CMND 12 số"),
    "exchange_on_request": QT_TRANSLATE_NOOP("IntakeWords", "Đổi theo yêu cầu"),
    "exchange_damaged": QT_TRANSLATE_NOOP("IntakeWords", "Đổi do hư hỏng"),
    "exchange_particulars": QT_TRANSLATE_NOOP("IntakeWords", "Đổi họ tên, dạng"),
    "exchange_sex_or_origin": QT_TRANSLATE_NOOP("IntakeWords", "Đổi giới, quê quán"),
    "exchange_error": QT_TRANSLATE_NOOP("IntakeWords", "Đổi do sai sót"),
    "exchange_error_by_agency": QT_TRANSLATE_NOOP("IntakeWords", "Đổi do lỗi cơ quan"),
    "exchange_age": QT_TRANSLATE_NOOP("IntakeWords", "Đổi đến tuổi"),
    "exchange_boundary": QT_TRANSLATE_NOOP("IntakeWords", "Đổi do địa giới"),
    "reissue_lost": QT_TRANSLATE_NOOP("IntakeWords", "Cấp lại do mất"),
    "reissue_nationality": QT_TRANSLATE_NOOP("IntakeWords", "Trở lại quốc tịch"),
    "cmnd9_lost": QT_TRANSLATE_NOOP("IntakeWords", "Mất CMND 9 số"),
}
CAUSES = {
    "network_to_centre": QT_TRANSLATE_NOOP("IntakeWords", "Mất kết nối"),
    "centre_system_down": QT_TRANSLATE_NOOP("IntakeWords", "Trung tâm quá tải"),
    "scanner_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi máy quét"),
    "camera_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi máy ảnh"),
    "fingerprint_reader_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi máy vân tay"),
    "printer_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi máy in, hết mực"),
    "software_fault": QT_TRANSLATE_NOOP("IntakeWords", "Lỗi phần mềm"),
    "calibration": QT_TRANSLATE_NOOP("IntakeWords", "Hiệu chuẩn, vệ sinh"),
    "maintenance": QT_TRANSLATE_NOOP("IntakeWords", "Bảo trì theo lịch"),
    "no_citizens": QT_TRANSLATE_NOOP("IntakeWords", "Không có công dân"),
    "call_list_late": QT_TRANSLATE_NOOP("IntakeWords", "Danh sách gọi chậm"),
    "relocation": QT_TRANSLATE_NOOP("IntakeWords", "Chuyển điểm"),
    "venue_not_ready": QT_TRANSLATE_NOOP("IntakeWords", "Địa điểm chưa sẵn"),
    "staff_break": QT_TRANSLATE_NOOP("IntakeWords", "Nghỉ giữa ca"),
    "staff_training": QT_TRANSLATE_NOOP("IntakeWords", "Tập huấn, họp"),
    "weather_or_disaster": QT_TRANSLATE_NOOP("IntakeWords", "Thời tiết, thiên tai"),
    "epidemic_measure": QT_TRANSLATE_NOOP("IntakeWords", "Phòng, chống dịch"),
    "security_incident": QT_TRANSLATE_NOOP("IntakeWords", "Sự cố an ninh"),
    "other": QT_TRANSLATE_NOOP("IntakeWords", "Nguyên nhân khác"),
}
WARNINGS = {
    "place_code_unknown": QT_TRANSLATE_NOOP("IntakeWords", "Mã nơi khai sinh lạ"),
    "sex_mismatch": QT_TRANSLATE_NOOP("IntakeWords", "Giới tính khác số định danh"),
    "birth_year_mismatch": QT_TRANSLATE_NOOP("IntakeWords", "Năm sinh khác số định danh"),
    "sex_unknown": QT_TRANSLATE_NOOP("IntakeWords", "Không rõ giới tính"),
    "old_id_unusual": QT_TRANSLATE_NOOP("IntakeWords", "Số CMND cũ lạ"),
    "issue_date_missing": QT_TRANSLATE_NOOP("IntakeWords", "Thẻ thiếu ngày cấp"),
    "tail_fields_ignored": QT_TRANSLATE_NOOP("IntakeWords", "Mã QR có phần thừa, đã bỏ qua"),
    "name_suspect_ime": QT_TRANSLATE_NOOP("IntakeWords", "Tên có thể bị bộ gõ làm sai"),
    "name_unusual_characters": QT_TRANSLATE_NOOP("IntakeWords", "Tên có ký tự lạ"),
    "name_without_diacritics": QT_TRANSLATE_NOOP("IntakeWords", "Tên không dấu, xem lại trên thẻ"),
    "name_truncated": QT_TRANSLATE_NOOP("IntakeWords", "Tên trên thẻ bị cắt"),
    "mrz_document_number_mismatch": QT_TRANSLATE_NOOP("IntakeWords", "Số thẻ khác số định danh"),
    "document_expired": QT_TRANSLATE_NOOP("IntakeWords", "Thẻ hết hạn"),
    "under_14": QT_TRANSLATE_NOOP("IntakeWords", "Chưa đủ 14 tuổi"),
    "double_scan": QT_TRANSLATE_NOOP("IntakeWords", "Quét hai lần, tính một"),
    "has_chip_card": QT_TRANSLATE_NOOP("IntakeWords", "Đã có thẻ gắn chíp"),
    "number_seen_before": QT_TRANSLATE_NOOP("IntakeWords", "Số này đã ghi trước đây"),
    "cmnd_seen_before": QT_TRANSLATE_NOOP("IntakeWords", "CMND và ngày sinh này đã ghi trước đây"),
    "person_seen_before": QT_TRANSLATE_NOOP("IntakeWords", "Họ tên và ngày sinh này đã ghi trước đây"),
}
UNITS = {
    "ward": QT_TRANSLATE_NOOP("IntakeWords", "P. {0}"),
    "township": QT_TRANSLATE_NOOP("IntakeWords", "TT. {0}"),
    "commune": QT_TRANSLATE_NOOP("IntakeWords", "X. {0}"),
    "district_urban": QT_TRANSLATE_NOOP("IntakeWords", "Q. {0}"),
    "district_rural": QT_TRANSLATE_NOOP("IntakeWords", "H. {0}"),
}


def say(word: object) -> str:
    """One of this file's words in the window's language."""
    return QCoreApplication.translate("IntakeWords", str(word))


def short(choice: Choice, words: Mapping[str, object]) -> str:
    """The short word of a catalogue's item."""
    word = words.get(choice.id)
    return say(word) if word else choice.label


def result(outcome: Choice, reason: Choice | None) -> str:
    """`Vân tay, ảnh · mờ vân` for a row of the list."""
    if reason is None:
        return short(outcome, OUTCOMES)
    why = short(reason, REASONS)
    if not why[1:2].isupper():  # not of an abbreviation
        why = why[:1].lower() + why[1:]
    return f"{short(outcome, {**OUTCOMES, **LISTED})} · {why}"


def warnings(codes: tuple[str, ...]) -> str:
    return " · ".join(say(WARNINGS[code]) if code in WARNINGS else code for code in codes)


def unit(shown: UnitShown | None) -> str:
    """`P. Dư Hàng Kênh`; "" for none."""
    if shown is None:
        return ""
    return say(UNITS[shown.kind]).format(shown.name) if shown.kind in UNITS else shown.name


def born(text: str) -> str:
    """`YYYY[-MM[-DD]]` as `dd/MM/yyyy`, `MM/yyyy` or `yyyy`."""
    return "/".join(reversed(text.split("-")))
