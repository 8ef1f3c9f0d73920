"""The sentences of the desk in Vietnamese: people, settings, the book, paper."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {
    "backup_stopped": (
        "Đã dừng sao lưu, bản dở đã xóa. Sổ gốc vẫn an toàn.",
        "Sao lưu lại khi rảnh.",
    ),
    "bad_hour": ("Giờ trên giấy không hợp lệ. Chưa ghi gì.", "Gõ giờ và phút trên tờ khai, như 14:30 hoặc 1430."),
    "bad_pin": ("Mã PIN phải gồm 4 đến 6 chữ số. Chưa đổi gì.", "Gõ lại."),
    "bad_setting": (
        "Giá trị của {name} không hợp lệ. Chưa đổi gì.",
        "Chọn giá trị khác.",
    ),
    "bundle_for_command": (
        "{file} là gói dữ liệu hoặc bản sao lưu, chỉ chỉ huy đọc được. Trạm vẫn chờ như trước.",
        "Ở chỉ huy: commandctl import tệp này rồi rebuild; ở đây init --from với tệp mà chỉ huy ghi.",
    ),
    "code_unreadable": (
        "Mã biên nhận đọc không trọn. Chưa nhận gì, mốc giữ nguyên.",
        "Quét lại, giữ máy quét thẳng mã; tắt bộ gõ tiếng Việt nếu đang bật.",
    ),
    "device_exists": (
        "Thiết bị {device} đã có. Chưa đổi gì.",
        "Đặt mã khác, hoặc đổi tên thiết bị đang có.",
    ),
    "easy_pin": ("Mã PIN quá dễ đoán. Chưa đổi gì.", "Đừng dùng một chữ số lặp lại hay các số liền nhau."),
    "eject_busy": (
        "Có chương trình khác đang dùng USB {file}. Gói đã ghi xong và vẫn an toàn; chưa rút USB.",
        "Đóng cửa sổ và tệp đang mở trên USB rồi tháo lại.",
    ),
    "eject_impossible": (
        "Máy này không cho phép chương trình tháo USB {file}. Gói đã ghi xong và vẫn an toàn.",
        "Tháo ổ bằng lệnh của hệ điều hành (Safely Remove, Eject) rồi mới rút.",
    ),
    "folder_on_stick": (
        "Thư mục {file} nằm trên một USB. Chưa ghi gì.",
        "Chọn chính USB đó; USB lạ thì đăng ký trước.",
    ),
    "happened_at_before_shift": (
        "Giờ trên giấy trước khi ca bắt đầu ({since}). Chưa ghi gì.",
        "Xem lại giờ trên tờ khai; hồ sơ của ca trước ghi vào ca trước.",
    ),
    "happened_at_future": ("Giờ trên giấy sau giờ máy. Chưa ghi gì.", "Gõ lại giờ, phút ghi trên tờ khai."),
    "last_administrator": ("{user} là quản trị thiết bị duy nhất. Chưa đổi gì.", "Thêm một quản trị khác trước."),
    "next_day_past": ("Ngày hẹn {day} đã qua. Chưa đổi gì.", "Chọn hôm nay hoặc một ngày sau."),
    "no_rebuild_begun": (
        "Trong thư mục này chưa bắt đầu dựng lại trạm nào. Chưa đổi gì.",
        "Bắt đầu bằng stationctl init --rebuild, hoặc chọn thư mục bằng --home.",
    ),
    "no_such_follow_up": ("Hồ sơ {n} không còn chờ bổ sung. Chưa đổi gì.", "Xem lại danh sách hồ sơ chờ."),
    "nothing_to_correct": ("Bản sửa giống hệt bản đã ghi. Chưa đổi gì.", "Sửa ít nhất một mục, hoặc bấm Esc."),
    "own_account": (
        "Không tự đổi vai trò, xóa hay đặt lại mật khẩu của chính mình. Chưa đổi gì.",
        "Nhờ quản trị khác; mật khẩu của mình thì tự đổi bằng mật khẩu cũ.",
    ),
    "password_temporary": (
        "Đang dùng mật khẩu tạm. Chưa làm gì.",
        "Đặt mật khẩu mới trước: ở màn hình đăng nhập, hoặc stationctl user password.",
    ),
    "password_unchanged": ("Mật khẩu mới trùng mật khẩu cũ. Chưa đổi gì.", "Đặt mật khẩu khác."),
    "pin_is_password": ("Mật khẩu chỉ gồm chữ số thì không đặt được mã PIN. Chưa đổi gì.", "Đổi mật khẩu trước."),
    "rebuild_arrived": (
        "Dữ liệu của chỉ huy đã về đủ, chỉ còn đặt tên thư mục.",
        "Chạy lại init --from với đúng tệp đó.",
    ),
    "rebuild_begun": (
        "Thư mục này đang dựng lại một trạm hỏng, chờ dữ liệu của chỉ huy. Chưa đổi gì.",
        "Làm tiếp request và init --from; muốn làm lại từ đầu thì xóa thư mục rebuild trong {home} trước.",
    ),
    "rebuild_missing": (
        "Trên USB không có, hoặc không đủ, những gì chỉ huy giữ của trạm {station}. Trạm vẫn chờ như trước.",
        "Chạy commandctl rebuild với USB này, rồi init --from lần nữa.",
    ),
    "subject_not_held": (
        "Máy này không còn giữ thông tin cá nhân của dòng {n}. Chưa đổi gì.",
        "Xem ở chỉ huy, hoặc hủy rồi ghi mới.",
    ),
    "unknown_attention": ("Không có mục cần chú ý {rule}. Chưa ghi gì.", "Xem lại danh sách cần chú ý."),
    "unknown_follow_up_state": ("Không có lý do đóng {state}. Chưa đổi gì.", "Chọn một lý do trong danh sách."),
    "wrong_pin": ("Sai mã PIN, còn {left} lần thử bằng PIN. Dữ liệu vẫn an toàn.", "Thử lại, hoặc dùng mật khẩu."),
}
