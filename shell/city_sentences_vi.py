"""The sentences of what only the city command refuses, in Vietnamese."""

from __future__ import annotations

CITY: dict[str, tuple[str, str]] = {
    "after_beyond_held": (
        "Chỉ huy mới giữ đến bản ghi {held}, không thể thu hồi từ sau bản ghi {after}. Chưa đổi gì.",
        "Chọn --after không quá {held}.",
    ),
    "back_up_now": (
        "Chưa bản sao nào của chỉ huy có đủ sổ cũ của {station}. Máy mới không gửi lại được phần đó.",
        "Sao lưu ngay: commandctl backup THƯ_MỤC. Giữ lại các USB cũ của trạm đến khi xong.",
    ),
    "backup_not_whole": (
        "Bản sao lưu {file} không nguyên vẹn: nội dung mâu thuẫn. Chưa giữ, chưa đổi gì.",
        "Chạy commandctl verify; để khôi phục thì chọn bản trước đó bằng tên tệp.",
    ),
    "bad_store_url": (
        "Chương trình này không mở được sổ kiểu {url}. Chưa ghi gì.",
        "Dùng --store sqlite:///TỆP, ví dụ sqlite:///command.db, hoặc postgresql+psycopg://….",
    ),
    "bad_threshold": (
        "Không thể đòi {threshold} chữ ký khi có {roots} khóa gốc. Chưa tạo gì.",
        "Chọn --threshold từ 1 đến số --root-keys.",
    ),
    "epoch_unexpected": (
        "Yêu cầu cho kỳ {epoch}, chỉ huy không chờ kỳ đó. Chưa đăng ký.",
        "Trạm mới bắt đầu từ kỳ 1; trạm dựng lại cần tệp dựng lại của chỉ huy.",
    ),
    "key_in_use": (
        "Khóa này đã đăng ký cho trạm {station}. Chưa đăng ký lần nữa.",
        "Mỗi trạm có khóa riêng: lập trạm mới bằng stationctl init, đừng chép thư mục.",
    ),
    "key_missing": ("Không có tệp khóa {file}. Chưa đổi gì.", "Kiểm tra --keys và tên người ký."),
    "keys_exist": (
        "Thư mục {folder} đã có tệp khóa; khóa không bao giờ bị ghi đè. Chưa tạo gì.",
        "Chọn một thư mục trống cho --keys.",
    ),
    "no_backup_here": (
        "Trong {folder} không có bản sao lưu của chỉ huy. Chưa tạo gì.",
        "Chỉ thư mục mà commandctl backup đã ghi, hoặc chính tệp đó.",
    ),
    "no_fork": (
        "Trạm {station} không có lần tách dòng nào chờ quyết định. Chưa quyết gì.",
        "Xem commandctl fork list.",
    ),
    "no_plan_issued": ("Chưa phát hành kế hoạch nào.", "Phát hành bằng commandctl plan issue TỆP."),
    "no_rebuild_request": (
        "Trên USB không có yêu cầu dựng lại của trạm {station}. Chưa ghi gì.",
        "Ở máy mới: stationctl init --rebuild, rồi stationctl request với USB này.",
    ),
    "no_such_officer": ("Không có cán bộ ký tên {officer}. Chưa đổi gì.", "Xem tên trong các tệp officer-*.pem."),
    "no_such_root": ("Không có khóa gốc {root}: chỉ có {roots}. Chưa đổi gì.", "Chọn số từ 1 đến {roots}."),
    "not_accepted": (
        "Chưa xác nhận mã khóa của trạm {station}. Chưa đăng ký.",
        "Hỏi trạm mã khóa qua điện thoại, rồi thêm --accept {station}=MÃ.",
    ),
    "other_epoch_expected": (
        "Máy mới xin làm tiếp ở kỳ {epoch}, chỉ huy chờ kỳ {expected}. Chưa đăng ký trạm.",
        "Xóa thư mục trạm ở máy mới rồi làm lại: init --rebuild --epoch {expected}.",
    ),
    "second_key": (
        "Trạm {station} đã đăng ký kỳ {epoch} bằng khóa khác. Giữ khóa cũ.",
        "Hỏi trạm: máy bị thay hay có hai máy cùng mã? Máy thay thì thu hồi khóa cũ và dựng lại trạm.",
    ),
    "server_refused": (
        "Máy chủ cơ sở dữ liệu không cho vào: tài khoản, mật khẩu, tên hoặc quyền chưa đúng. Chưa ghi gì.",
        "Kiểm tra --store và quyền của tài khoản, rồi chạy lại.",
    ),
    "server_unreachable": (
        "Không nối được máy chủ cơ sở dữ liệu, hoặc vừa mất kết nối. Giao dịch dở dang được bỏ, dữ liệu cũ còn nguyên.",
        "Kiểm tra máy chủ và đường mạng, rồi chạy lại: chạy lại là an toàn.",
    ),
    "sign_as_needed": ("Có nhiều cán bộ, chưa rõ ai ký: {officers}. Chưa ký gì.", "Thêm --sign-as TÊN."),
    "unknown_station": ("Chưa có trạm nào đăng ký mã {station} như vậy. Chưa đổi gì.", "Xem commandctl status."),
    "version_not_rising": (
        "Đã phát hành kế hoạch số {held}, bản này số {version}. Chưa phát hành.",
        "Đặt version lớn hơn {held}.",
    ),
    "trust_not_held": (
        "Trạm {station} có một bộ khóa tin cậy mà chỉ huy này không giữ. Gói được xét như mọi khi.",
        "Trước khi ký thêm gì: khôi phục lại từ bản sao với --stick và một USB mới hơn của chỉ huy.",
    ),
    "wrong_key_password": (
        "Sai mật khẩu của tệp khóa {file}, hoặc tệp bị hỏng. Chưa ký, chưa giải mã gì.",
        "Thử lại, hoặc dùng --key-password {name}=TỆP nếu khóa có mật khẩu riêng.",
    ),
}
