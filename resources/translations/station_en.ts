<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>BoardView</name>
    <message>
        <source>Điều độ trong ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có số liệu mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lệch so với kế hoạch trong ngày (hồ sơ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} thiết bị · cập nhật {2}, mỗi giây một lần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở ca nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cho hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nét liền: đã làm  ·  nét chấm: dự kiến đến {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>Chưa đăng nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chuỗi ghi liền mạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chuỗi ghi đứt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tạm dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quá giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy đã nhận đủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dưới 1 giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xuất {lines} dòng, {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói {seq} chờ biên nhận {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BundlesCard</name>
    <message>
        <source>Biên nhận gần đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất lúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biên nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuổi, tình trạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xuất gói nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hổ phách sau {0} giờ · cam sau {1} giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa tính tuổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã nhận sau {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · giữ lại {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không kiểm tra được · bỏ số này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không có hồ sơ · không tính tuổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chờ {0} · gửi lại trong gói tới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chờ {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTypesPanel</name>
    <message>
        <source>Loại hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Danh mục kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do các mục chưa đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vì sao mục đó chưa đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} / {1} đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tự đo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã kiểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã đăng nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>có USB lạ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>khớp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đứt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đúng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chậm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đạt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosedPanel</name>
    <message>
        <source>Mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ngày {1} đã quá giờ, không nhận thêm hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày làm việc kết thúc lúc 04:00. Đóng và niêm phong ca này, rồi mở ca mới để ghi tiếp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} trên {1} đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở ca tiếp theo để ghi hồ sơ trên thiết bị này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở ca trên {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra thiết bị và mở ca, rồi ghi hồ sơ đầu tiên.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>Bản chính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản thứ hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã khớp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đẩy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đọc lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ghi và đọc lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} giây</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Đối chiếu bộ đếm của thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bộ đếm thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do chênh lệch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi rõ lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc bộ đếm trên thiết bị rồi gõ vào ô bên trái.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ khớp với máy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ thiếu {0} so với máy: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ thừa {0} so với máy: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phải chọn lý do trước khi niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrewCard</name>
    <message>
        <source>Thiết bị và ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch chưa có khung giờ cho hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ tên chỉ huy ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy chính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy phụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khung giờ ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cán bộ trong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Định mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên khác…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy chính · chịu trách nhiệm ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quá giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã báo 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã có ca</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Tạm dừng thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay đã dừng {0} · {1} lần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mất khoảng {0} hồ sơ theo kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Trạm thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang ghi nốt rồi đóng, xin chờ…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceSwitch</name>
    <message>
        <source>Thiết bị đang ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đóng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quá giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang tạm dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ca quá giờ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceTable</name>
    <message>
        <source>Các thiết bị, chậm nhất trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>định mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã làm {0}, kế hoạch {1}, định mức {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đúng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang chạy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không ghi {0} phút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạm dừng · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca quá 04:00</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Dữ liệu đã nằm hết trên USB: tháo ổ trong hệ điều hành rồi rút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xong, về điều độ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất thêm bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói này giữ màu hổ phách “đã xuất, chờ biên nhận” cho tới khi nhận biên nhận của chỉ huy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu giao USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>khổ 80 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất và kiểm tra gói {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} bản ghi · {2} ca niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {0} ca còn mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · ký bằng khóa trạm {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc lại thẳng từ USB, không qua bộ nhớ đệm, khớp từng byte lúc {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc lại từ USB sau khi bỏ bộ nhớ đệm, khớp từng byte lúc {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc lại qua hệ điều hành, khớp từng byte lúc {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản thứ hai cũng khớp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các bản kia cũng khớp.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatePanel</name>
    <message>
        <source>chưa ghi gì thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số này đã được thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số này đã được ghi lúc {0} trên {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Xuất USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói ký số và mã hóa gửi chỉ huy thành phố</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận lệnh từ USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dừng, bỏ gói dở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang dừng…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bước {0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số {0} bỏ qua, không dùng lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang tìm USB…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang nhận lệnh…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cắm USB để xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký USB trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cắm thêm một USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có gói tin cậy của chỉ huy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có gì để gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép và kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất và kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thôi, về kết quả</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>DIỄN TẬP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunnelStrip</name>
    <message>
        <source>Đã ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GaugeCard</name>
    <message>
        <source>Hồ sơ theo giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa có kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dự kiến đóng {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cho hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  kế hoạch {1}/giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã làm {0}, kế hoạch {1}, định mức {2}, dự kiến {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kế hoạch đến giờ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>định mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang chạy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang tạm dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quá giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở ca</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message>
        <source>Bàn giao, ca chạy tiếp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người nhận ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mật khẩu người nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số đã ghi của người giao được chốt vào sổ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn người nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã giao ca cho {0}. Khóa máy để người nhận đăng nhập.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeHeader</name>
    <message>
        <source>Ghi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>máy chính {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>còn {0} đến {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quá {0} từ {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>Quét mã vạch hoặc gõ số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa đọc được mã vừa quét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa ghi gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ghi được hồ sơ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa nhận hồ sơ trên thiết bị này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang tạm dừng – không nhận hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quét mã vạch hoặc gõ 12 số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1–F7 ghi  ·  Esc bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bấm 1–{0} để chọn và ghi  ·  Esc bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bấm phím để chọn loại hồ sơ  ·  Esc bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc xóa  ·  quét số khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bấm phím kết quả lần nữa  ·  Esc bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter ghi lại  ·  Esc bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quét lại  ·  ← sửa  ·  Esc xóa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang nhận các dòng MRZ  ·  Esc bỏ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeWords</name>
    <message>
        <source>Đã thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thiếu giấy tờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai dữ liệu dân cư</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vân tay, ảnh không đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trùng hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chuyển lưu&#xa0;động</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vân tay, ảnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lưu động</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thiếu gì?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai ở đâu?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vì sao?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trùng thế nào?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi ở đâu?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thẻ cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ hộ khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giấy khai sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giấy tờ thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số CMND cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vân tay mờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tay bị thương</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ảnh chân dung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu nhiều lần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi trong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thu nhận trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có thẻ gắn chíp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số của người khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy ảnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy thu vân tay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy quét, đầu đọc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần mềm, kết nối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Già yếu, ốm đau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm lưu động</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Công dân xin hẹn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quá công suất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cấp lần đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ CMND 9 số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ CMND 12 số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi theo yêu cầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi do hư hỏng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi họ tên, dạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi giới, quê quán</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi do sai sót</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi do lỗi cơ quan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi đến tuổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi do địa giới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cấp lại do mất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trở lại quốc tịch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mất CMND 9 số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mất kết nối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trung tâm quá tải</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi máy quét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi máy ảnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi máy vân tay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi máy in, hết mực</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lỗi phần mềm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiệu chuẩn, vệ sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảo trì theo lịch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có công dân</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách gọi chậm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chuyển điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Địa điểm chưa sẵn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nghỉ giữa ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tập huấn, họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời tiết, thiên tai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phòng, chống dịch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sự cố an ninh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguyên nhân khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã nơi khai sinh lạ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giới tính khác số định danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm sinh khác số định danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không rõ giới tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số CMND cũ lạ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thẻ thiếu ngày cấp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã QR có phần thừa, đã bỏ qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên có thể bị bộ gõ làm sai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên có ký tự lạ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên không dấu, xem lại trên thẻ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên trên thẻ bị cắt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số thẻ khác số định danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thẻ hết hạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa đủ 14 tuổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quét hai lần, tính một</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số này đã ghi trước đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMND và ngày sinh này đã ghi trước đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ tên và ngày sinh này đã ghi trước đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H. {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadCard</name>
    <message>
        <source>Nội dung sẽ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thu nhận (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lần dừng máy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có gì để gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy đã nhận đến bản ghi cuối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi thêm bản thứ hai lên {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ca còn mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có hồ sơ mới; gói chỉ mang việc nhà của sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không hụt số: gửi từ bản ghi đầu tiên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không hụt số: nối liền sau {0} chỉ huy đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoggedCard</name>
    <message>
        <source>Kết quả trong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lượt ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} đã hủy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cả ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kế hoạch {0} · dự kiến {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đúng kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Bấm số để chọn nguyên nhân. Giờ dừng tính từ lúc bấm F9, không mất khi đổi nguyên nhân.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tất cả nguyên nhân</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chạy lại thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bấm 0 chọn trong tất cả nguyên nhân.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giờ dừng ngoài tầm của điểm được trừ khi tính năng suất theo giờ máy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} đang tạm dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>từ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn nguyên nhân trước khi chạy lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>có kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngoài kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Công dân</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có hồ sơ đang chờ ghi. Kết quả vừa ghi nằm ở dòng đầu bảng bên dưới.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số thứ tự</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quét mã QR lúc {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quét dòng MRZ lúc {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quét mã vạch lúc {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tay lúc {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã ghi {0} {1} ở {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa ghi lần nào ở điểm này</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điều độ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất USB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở ca thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra một lần trước khi ghi hồ sơ đầu tiên của ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có chỉ huy ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn hoặc gõ họ tên cán bộ chỉ huy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Còn mục chưa kiểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bấm Space ở từng mục: một lần là đạt, hai lần là chưa đạt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biên nhận chậm quá lâu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nêu lý do; vẫn mở được ca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục bắt buộc chưa đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phụ trách điểm nêu lý do vẫn mở ca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần phụ trách điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phụ trách điểm nhập mật khẩu của mình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở được ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cho hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận kế hoạch từ USB của chỉ huy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay hết khung giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một khung giờ, hoặc chờ ngày mai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy đã thu hồi khóa của trạm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gọi Đội 3 - Phòng Tham mưu. Hồ sơ đã ghi vẫn còn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không ai được mở ca khi mục này chưa đạt. Giải phóng ổ đĩa, hoặc gọi người phụ trách phần mềm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivedCard</name>
    <message>
        <source>Các lệnh đã đọc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận lệnh từ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không đọc được USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có lệnh mới cho điểm này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy đã nhận đến bản ghi {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy còn thiếu: gửi lại từ bản ghi {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mốc đã nhận không đổi: bản ghi {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biên nhận {0}: đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ huy giữ đến bản ghi {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} biên nhận cũ: không đổi gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: từ chối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch phiên bản {0}: đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói tin cậy phiên bản {0}: đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giấy ghi danh trạm: đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Hồ sơ gần nhất trong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hồ sơ gần nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ gần nhất</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Cán bộ thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phụ trách điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quản trị thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftCloseView</name>
    <message>
        <source>Đóng ca và niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niêm phong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca tiếp theo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quay lại ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã niêm phong {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niêm phong {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu niêm phong đã vào sổ. Chép dấu vào biên bản bàn giao.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niêm phong khóa {0} lượt ghi của ca. Mở lại cần phụ trách điểm và lý do; dòng cũ không bị xóa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có bộ đếm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc bộ đếm trên thiết bị rồi gõ vào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chênh lệch chưa có lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một lý do, phím 1-4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ghi rõ lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ lý do vào ô bên dưới.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa chọn người nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có mật khẩu người nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người nhận nhập mật khẩu của mình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa làm được, sổ không đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>khổ 80 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca đã quá 04:00: đóng ca này rồi mở ca mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quá giờ đóng ca {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do chênh lệch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bước: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Giờ máy chậm hơn bản ghi cuối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉnh lại giờ; khi mở ca phụ trách điểm xác nhận.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chế độ diễn tập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trạm thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi hồ sơ cấp CCCD gắn chíp tại điểm thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đồng hồ máy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · giờ Việt Nam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi vào sổ riêng, có chữ DIỄN TẬP trên mọi màn hình và phiếu, không tính vào số liệu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Xem lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai 5 lần thì khóa 10 phút.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người trong danh sách do quản trị thiết bị thêm. Máy tự khóa sau 5 phút không dùng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn cán bộ trực máy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang mở danh sách…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bước 1 / 3: chỉ huy diễn tập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bước 2 / 3: trạm và người dùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bước 3 / 3: ghi danh và kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang chuẩn bị trạm diễn tập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có người dùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gọi quản trị thiết bị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quản trị thiết bị thêm người bằng lệnh:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn tên bằng phím mũi tên, gõ mật khẩu rồi bấm Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa có trạm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy này chưa có trạm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quản trị thiết bị lập trạm một lần, rồi mở lại màn hình này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thư mục {0} còn trống. Lập trạm bằng lệnh:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở được danh sách</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Phiếu niêm phong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIỄN TẬP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lượt ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thu nhận (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bộ đếm thiết bị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giờ dừng máy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>có sau khi niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người giao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} phút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nối tiếp {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipPaper</name>
    <message>
        <source>Phiếu giao gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ – đến</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất lúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIỄN TẬP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chỉ huy đối chiếu mã này khi nhận gói</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người giao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedCards</name>
    <message>
        <source>Trung vị mỗi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trung vị thao tác ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>giây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cần thêm số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trong mức {0} giây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quá mức {0} giây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đúng mức {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nhanh hơn {0} so với {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chậm hơn {0} so với {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>đừng rút USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép thêm gói {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất và kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lên {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lên USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đẩy hết xuống USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc lại từ USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối chiếu và ghi sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép lên {0}, đọc lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dừng ở đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang làm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} giây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bản ghi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SticksCard</name>
    <message>
        <source>USB đang cắm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phím 1–9 chọn · F5 tìm lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhãn của USB lạ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thư mục thay USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang tìm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cắm USB đã đăng ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trống {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã chặn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thư mục {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB lạ · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa đăng ký, không ghi vào đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không đọc được, rút ra cắm lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã có gói này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thay USB khi diễn tập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bản chính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bản thứ hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lệnh mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhãn cho {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Sẵn sàng mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chặn mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhắc, vẫn mở được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa kiểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do chậm biên nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do chậm, ghi vào sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở màn hình Xuất USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mục đạt, {0} mục nhắc, {1} mục chặn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biên nhận chậm {0} giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có gói nào xuất đi. Vẫn ghi hồ sơ bình thường; xuất USB sớm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói {0} chưa có biên nhận của chỉ huy. Vẫn ghi hồ sơ bình thường; xuất lại khi đổi ca.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>Cả điểm hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cả điểm hôm nay · kế hoạch đến giờ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dự kiến {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so định mức {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} / {1} ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa xuất gói nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gói {0} lúc {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chỉ huy giữ lại {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chờ biên nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biên nhận của chỉ huy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đúng kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Gõ thông tin công dân</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mã hoặc tên xã, phường</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số thứ tự {0} · gõ xong bấm Enter để sang ô kế tiếp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>mật khẩu {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mật khẩu của {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock đang bật</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang mở sổ…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai mật khẩu, còn {0} lần thử. Quên mật khẩu thì gọi quản trị thiết bị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai quá nhiều lần: khóa đến {until}, còn {left}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordStrip</name>
    <message>
        <source>Đã rõ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZeroReport</name>
    <message>
        <source>Không mở ca, báo 0 hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do thiết bị không chạy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Báo 0 hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Actions</name>
    <message>
        <source>Ghi trùng hồ sơ (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ qua, quét số khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Báo phụ trách ca xem lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Facts</name>
    <message>
        <source>Tệp trên USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã kiểm (đầu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người xuất</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Override</name>
    <message>
        <source>Lý do vẫn mở ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phụ trách điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mật khẩu của phụ trách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phụ trách điểm cho mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa đạt: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xác nhận ngày giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản ghi cuối lúc {0}. Phụ trách điểm xác nhận giờ máy đúng.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OverrideFields</name>
    <message>
        <source>Phụ trách ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lý do vẫn thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cho thu nhận</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_QuotaPart</name>
    <message>
        <source>hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả ngày, {0} ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riêng {0} ({1} giờ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hồ sơ mỗi giờ · {1} giây mỗi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay không có định mức</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RecentModel</name>
    <message>
        <source>STT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có hồ sơ trong ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã hoàn tác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RecordCard</name>
    <message>
        <source>Bản ghi trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STT {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Told</name>
    <message>
        <source>F2–F7 hỏi thêm lý do tại dòng này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã hoàn tác STT {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: bấm {1} lần nữa nếu vẫn ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số {0} chưa ghi, đã bỏ: quét lại nếu cần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quét hoặc gõ số trước, rồi bấm phím kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi STT {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} giây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hồ sơ chưa ghi được ({1}, ở {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hồ sơ chưa ghi được ({1}): hiện lại khi xong hồ sơ này</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
