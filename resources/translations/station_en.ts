<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>ActFields</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Tên đăng nhập, như tk.van</source>
        <translation>login name, such as tk.van</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Để trống: máy đặt mật khẩu tạm</source>
        <translation>Leave empty for a temporary password</translation>
    </message>
    <message>
        <source>Mật khẩu người đó tự gõ</source>
        <translation>Password, typed by that person</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Cả điểm</source>
        <translation>The point</translation>
    </message>
    <message>
        <source>ca quá 04:00 chưa đóng, {0}</source>
        <translation>shift not closed, {0} past 04:00</translation>
    </message>
    <message>
        <source>không mở {0}</source>
        <translation>{0} was not opened</translation>
    </message>
    <message>
        <source>chưa mở {0}, trễ {1}</source>
        <translation>{0} not opened, {1} late</translation>
    </message>
    <message>
        <source>không ghi hồ sơ nào {0}</source>
        <translation>nothing logged for {0}</translation>
    </message>
    <message>
        <source>tạm dừng {0}</source>
        <translation>paused for {0}</translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation>{0} behind</translation>
    </message>
    <message>
        <source>hết giờ ca đã {0}, chưa đóng</source>
        <translation>not closed, {0} past the window&apos;s end</translation>
    </message>
    <message>
        <source>lệch {0} hồ sơ khi đóng {1}</source>
        <translation>difference of {0} at closing {1}</translation>
    </message>
    <message>
        <source>ghi {0} giây một hồ sơ, dưới {1}</source>
        <translation>logged every {0} s, less than {1} s</translation>
    </message>
    <message>
        <source>{0} {1}, mọi khi {2}</source>
        <translation>{0} {1}, usually {2}</translation>
    </message>
    <message>
        <source>chưa có biên nhận {0}</source>
        <translation>no receipt for {0}</translation>
    </message>
    <message>
        <source>Vào Ca (Alt+1), đóng và niêm phong</source>
        <translation>Close and seal the shift (Alt+1)</translation>
    </message>
    <message>
        <source>Mở ca, hoặc báo không chạy (Alt+1)</source>
        <translation>Open it, or report zero (Alt+1)</translation>
    </message>
    <message>
        <source>Báo không chạy cho ca đó (Alt+1)</source>
        <translation>Report zero for that shift (Alt+1)</translation>
    </message>
    <message>
        <source>Hỏi tổ máy; máy dừng thì bấm F9</source>
        <translation>Ask the crew; if it stands still, press F9</translation>
    </message>
    <message>
        <source>Khắc phục rồi cho máy chạy lại (F9)</source>
        <translation>Put it right and resume (F9)</translation>
    </message>
    <message>
        <source>Chuyển bớt công dân sang máy đang sớm</source>
        <translation>Send people to a device that is ahead</translation>
    </message>
    <message>
        <source>Chọn nguyên nhân ở ô bên dưới (Tab)</source>
        <translation>Choose the cause in the field below (Tab)</translation>
    </message>
    <message>
        <source>Đối chiếu bộ đếm của máy với sổ</source>
        <translation>Compare the device&apos;s counter with the book</translation>
    </message>
    <message>
        <source>Xem lại các hồ sơ vừa ghi (Alt+8)</source>
        <translation>Look at the last entries (Alt+8)</translation>
    </message>
    <message>
        <source>Xuất USB, chuyển về chỉ huy (Alt+5)</source>
        <translation>Export and carry to the command (Alt+5)</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Cần chú ý</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Nguyên nhân chậm</source>
        <translation>Cause of the delay</translation>
    </message>
    <message>
        <source>Không có gì cần chú ý</source>
        <translation>Nothing asks for attention</translation>
    </message>
    <message>
        <source>Máy chậm, máy im, lệch số và hồ sơ chưa gửi sẽ hiện ở đây.</source>
        <translation>Delays, silent devices, differences and what is unsent come here.</translation>
    </message>
    <message>
        <source>{0} việc</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>{0} đã biết</source>
        <translation>{0} known</translation>
    </message>
    <message>
        <source>Vì sao {0} chậm?</source>
        <translation>Why is {0} behind?</translation>
    </message>
</context>
<context>
    <name>AttentionList</name>
    <message>
        <source>Cần chú ý</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>đã biết</source>
        <translation>I know of it</translation>
    </message>
</context>
<context>
    <name>AwaitView</name>
    <message>
        <source>Chưa xong</source>
        <translation>Not done yet</translation>
    </message>
    <message>
        <source>Máy này chờ sổ của trạm {0}</source>
        <translation>This computer awaits the journal of station {0}</translation>
    </message>
    <message>
        <source>Mật khẩu của {0}</source>
        <translation>Password of {0}</translation>
    </message>
    <message>
        <source>Đang mở…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Ghi yêu cầu lên USB</source>
        <translation>Write the request to the stick</translation>
    </message>
    <message>
        <source>Đã ghi {0}</source>
        <translation>Written: {0}</translation>
    </message>
    <message>
        <source>Đang tìm USB…</source>
        <translation>Looking for sticks…</translation>
    </message>
    <message>
        <source>Cắm USB rồi bấm F5.</source>
        <translation>Plug a stick in and press F5.</translation>
    </message>
    <message>
        <source>Nhận sổ từ USB</source>
        <translation>Take the journal from the stick</translation>
    </message>
    <message>
        <source>đang kiểm tra</source>
        <translation>checking</translation>
    </message>
    <message>
        <source>Sổ đã về máy này; bấm Nhận sổ một lần nữa là xong.</source>
        <translation>The journal has come; press Take the journal once more and it is done.</translation>
    </message>
    <message>
        <source>Đọc mã khóa dưới đây cho chỉ huy qua điện thoại. Chỉ huy ghi câu trả lời lên USB; nhận xong, trạm ghi tiếp ở kỳ sổ {0}.</source>
        <translation>Read the fingerprint below to the command on the phone. The command writes its answer to a stick; once it is taken, the station goes on in epoch {0}.</translation>
    </message>
    <message>
        <source>Máy cũ hỏng: chỉ huy trả lại sổ đã nhận, máy này ghi tiếp. Người đã bắt đầu việc này mở bằng mật khẩu.</source>
        <translation>The old computer is dead: the command gives back the journal that it received, and this one goes on. Whoever began this opens it with their password.</translation>
    </message>
    <message>
        <source>Mã khóa của máy này</source>
        <translation>This computer&apos;s fingerprint</translation>
    </message>
    <message>
        <source>đọc qua điện thoại cho chỉ huy</source>
        <translation>to be read to the command on the phone</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>USB đang cắm</source>
        <translation>Sticks plugged in</translation>
    </message>
    <message>
        <source>F5 tìm lại</source>
        <translation>F5 looks again</translation>
    </message>
    <message>
        <source>Hoặc một thư mục</source>
        <translation>Or a folder</translation>
    </message>
    <message>
        <source>hoặc đường dẫn một thư mục, rồi Enter</source>
        <translation>or the path of a folder, then Enter</translation>
    </message>
    <message>
        <source>Câu trả lời của chỉ huy</source>
        <translation>The command&apos;s answer</translation>
    </message>
    <message>
        <source>sổ, đăng ký kỳ mới và bộ khóa tin cậy</source>
        <translation>the journal, the next epoch&apos;s enrolment, and the trust</translation>
    </message>
    <message>
        <source>Mã khóa gốc, chỉ huy đọc qua điện thoại (16 ký tự)</source>
        <translation>Root fingerprint, read by the command on the phone (16 characters)</translation>
    </message>
    <message>
        <source>Mã khóa gốc</source>
        <translation>Root fingerprint</translation>
    </message>
    <message>
        <source>có sổ của trạm</source>
        <translation>has the station&apos;s journal</translation>
    </message>
    <message>
        <source>chưa có câu trả lời</source>
        <translation>no answer yet</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Điều độ trong ngày</source>
        <translation>Today&apos;s board</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>Chưa có số liệu mới</source>
        <translation>No new figures</translation>
    </message>
    <message>
        <source>Lệch so với kế hoạch trong ngày (hồ sơ)</source>
        <translation>Ahead of or behind the day&apos;s plan (applications)</translation>
    </message>
    <message>
        <source>{0} · {1} thiết bị · cập nhật {2}, mỗi giây một lần</source>
        <translation>{0} · devices: {1} · updated {2}, once a second</translation>
    </message>
    <message>
        <source>Chưa mở ca nào</source>
        <translation>No shift opened yet</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cho hôm nay</source>
        <translation>No plan for today</translation>
    </message>
    <message>
        <source>nét liền: đã làm  ·  nét chấm: dự kiến đến {0}  ·  nền: có máy dừng</source>
        <translation>solid: done  ·  dotted: expected until {0}  ·  shaded: a device stopped</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>Chưa đăng nhập</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>Chuỗi ghi liền mạch</source>
        <translation>Chain intact</translation>
    </message>
    <message>
        <source>Chuỗi ghi đứt</source>
        <translation>Chain broken</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Mất máy quét</source>
        <translation>Scanner lost</translation>
    </message>
    <message>
        <source>Máy quét bận</source>
        <translation>Scanner busy</translation>
    </message>
    <message>
        <source>Chưa chọn máy quét</source>
        <translation>No scanner chosen</translation>
    </message>
    <message>
        <source>Chưa mở ca</source>
        <translation>No shift open</translation>
    </message>
    <message>
        <source>tạm dừng</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>quá giờ</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>Chỉ huy đã nhận đủ</source>
        <translation>Command has it all</translation>
    </message>
    <message>
        <source>{hours} giờ</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>dưới 1 giờ</source>
        <translation>under 1 h</translation>
    </message>
    <message>
        <source>Chưa xuất {lines} dòng, {age}</source>
        <translation>{lines} entries to export, {age}</translation>
    </message>
    <message>
        <source>Chưa xuất {age}</source>
        <translation>Not exported, {age}</translation>
    </message>
    <message>
        <source>Gói {seq} chờ biên nhận {age}</source>
        <translation>Bundle {seq}: no receipt, {age}</translation>
    </message>
    <message>
        <source>Gói {seq} chờ {age}</source>
        <translation>Bundle {seq}, {age}</translation>
    </message>
</context>
<context>
    <name>BreakdownTable</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tuần từ</source>
        <translation>Week of</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Xã, phường</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>không ghi xã, phường</source>
        <translation>no commune given</translation>
    </message>
    <message>
        <source>Đã thu nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Phần</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Lệch</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>BundlesCard</name>
    <message>
        <source>Biên nhận gần đây</source>
        <translation>Recent receipts</translation>
    </message>
    <message>
        <source>Gói</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>Ca</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Thu nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Xuất lúc</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>Biên nhận</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Tuổi, tình trạng</source>
        <translation>Age, state</translation>
    </message>
    <message>
        <source>Chưa xuất gói nào.</source>
        <translation>No bundle exported yet.</translation>
    </message>
    <message>
        <source>hổ phách sau {0} giờ · cam sau {1} giờ</source>
        <translation>amber after {0} h · orange after {1} h</translation>
    </message>
    <message>
        <source>Gói {0}: {1}</source>
        <translation>Bundle {0}: {1}</translation>
    </message>
    <message>
        <source>nhận biên nhận {0}</source>
        <translation>receipt taken {0}</translation>
    </message>
    <message>
        <source>ghi {0} lên {1}</source>
        <translation>written {0} to {1}</translation>
    </message>
    <message>
        <source>ghi {0}</source>
        <translation>written {0}</translation>
    </message>
    <message>
        <source>đọc lại {0} từ {1}</source>
        <translation>read back {0} from {1}</translation>
    </message>
    <message>
        <source>đọc lại {0}</source>
        <translation>read back {0}</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>chưa niêm phong</source>
        <translation>not sealed</translation>
    </message>
    <message>
        <source>đang xuất</source>
        <translation>exporting</translation>
    </message>
    <message>
        <source>chưa tính tuổi</source>
        <translation>no age yet</translation>
    </message>
    <message>
        <source>đã nhận sau {0}</source>
        <translation>received after {0}</translation>
    </message>
    <message>
        <source> · giữ lại {0}</source>
        <translation> · quarantined {0}</translation>
    </message>
    <message>
        <source>không kiểm tra được · bỏ số này</source>
        <translation>couldn&apos;t verify · number skipped</translation>
    </message>
    <message>
        <source>không có hồ sơ · không tính tuổi</source>
        <translation>no applications · no age</translation>
    </message>
    <message>
        <source>chờ {0} · gửi lại trong gói tới</source>
        <translation>waiting {0} · in the next bundle too</translation>
    </message>
    <message>
        <source>chờ {0}</source>
        <translation>waiting {0}</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Hiện số</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Người theo dõi</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Tôi theo dõi</source>
        <translation>Take it</translation>
    </message>
    <message>
        <source>Chưa ai</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Không ghi họ tên</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>ghi ngày {0}</source>
        <translation>logged {0}</translation>
    </message>
    <message>
        <source>Làm được tại đây khi công dân đến</source>
        <translation>Can be done here</translation>
    </message>
    <message>
        <source>Chờ nơi khác giải quyết trước</source>
        <translation>Waits for another office first</translation>
    </message>
    <message>
        <source>Đã quá ngày hẹn</source>
        <translation>Past its date</translation>
    </message>
    <message>
        <source>Chờ {0} ngày, chưa hẹn</source>
        <translation>Waiting {0} days, no date</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Hẹn lần tới: {0}</source>
        <translation>Next date: {0}</translation>
    </message>
    <message>
        <source>Không có số</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>Đóng hồ sơ chờ</source>
        <translation>Close the follow-up</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Hẹn sau {0} ngày</source>
        <translation>Next date in {0} days</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Vì sao đóng? Esc để thôi</source>
        <translation>Why close it? Esc cancels</translation>
    </message>
</context>
<context>
    <name>CaseSieve</name>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Đến hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Làm được ở đây</source>
        <translation>Can be done here</translation>
    </message>
    <message>
        <source>Hồ sơ nào</source>
        <translation>Which ones</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Người theo dõi</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Mọi lý do</source>
        <translation>Any reason</translation>
    </message>
    <message>
        <source>Mọi người theo dõi</source>
        <translation>Any owner</translation>
    </message>
</context>
<context>
    <name>CaseTypesPanel</name>
    <message>
        <source>Loại hồ sơ</source>
        <translation>Case type</translation>
    </message>
</context>
<context>
    <name>CasesTable</name>
    <message>
        <source>Chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Kết quả và lý do</source>
        <translation>Outcome and reason</translation>
    </message>
    <message>
        <source>Công dân</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Người theo dõi</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Hẹn</source>
        <translation>Next date</translation>
    </message>
    <message>
        <source>Hồ sơ chờ bổ sung, lâu nhất trước</source>
        <translation>Follow-ups, oldest first</translation>
    </message>
    <message>
        <source>{0} ngày</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>mới</source>
        <translation>new</translation>
    </message>
    <message>
        <source>quá hẹn {0}</source>
        <translation>past {0}</translation>
    </message>
    <message>
        <source>chưa hẹn</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>CauseField</name>
    <message>
        <source>Chọn nguyên nhân</source>
        <translation>Choose a cause</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>dự kiến và khoảng</source>
        <translation>projection and band</translation>
    </message>
    <message>
        <source>kế hoạch</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>đã thu nhận</source>
        <translation>accepted</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Danh mục kiểm tra</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Lý do các mục chưa đạt</source>
        <translation>Reason for the failed checks</translation>
    </message>
    <message>
        <source>Vì sao mục đó chưa đạt</source>
        <translation>Why that check failed</translation>
    </message>
    <message>
        <source>{0} / {1} đạt</source>
        <translation>{0} / {1} passed</translation>
    </message>
    <message>
        <source>tự đo</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>đã kiểm</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>chưa đạt</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <source>có USB lạ</source>
        <translation>strange stick</translation>
    </message>
    <message>
        <source>khớp</source>
        <translation>intact</translation>
    </message>
    <message>
        <source>đứt</source>
        <translation>broken</translation>
    </message>
    <message>
        <source>đúng</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>chậm</source>
        <translation>slow</translation>
    </message>
    <message>
        <source>đã xuất</source>
        <translation>exported</translation>
    </message>
    <message>
        <source>{0} giờ</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>đạt</source>
        <translation>passed</translation>
    </message>
</context>
<context>
    <name>ClosedPanel</name>
    <message>
        <source>Mở ca</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>Đóng ca</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>{0} ngày {1} đã quá giờ, không nhận thêm hồ sơ</source>
        <translation>{0} of {1} is overdue and takes no more applications</translation>
    </message>
    <message>
        <source>Ngày làm việc kết thúc lúc 04:00. Đóng và niêm phong ca này, rồi mở ca mới để ghi tiếp.</source>
        <translation>The business day ends at 04:00. Close and seal this shift, then open a new one to go on.</translation>
    </message>
    <message>
        <source>{0} trên {1} đã niêm phong</source>
        <translation>{0} on {1} is sealed</translation>
    </message>
    <message>
        <source>Mở ca tiếp theo để ghi hồ sơ trên thiết bị này.</source>
        <translation>Open the next shift to log on this device.</translation>
    </message>
    <message>
        <source>Chưa mở ca trên {0}</source>
        <translation>No shift open on {0}</translation>
    </message>
    <message>
        <source>Kiểm tra thiết bị và mở ca, rồi ghi hồ sơ đầu tiên.</source>
        <translation>Check the device and open a shift, then log the first application.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Đang ghi nốt rồi đóng, xin chờ…</source>
        <translation>Saving the rest before closing, please wait…</translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>Bản chính</source>
        <translation>Main copy</translation>
    </message>
    <message>
        <source>Bản thứ hai</source>
        <translation>Second copy</translation>
    </message>
    <message>
        <source>Bản thêm</source>
        <translation>Extra copy</translation>
    </message>
    <message>
        <source>đã khớp</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>ghi</source>
        <translation>write</translation>
    </message>
    <message>
        <source>đẩy</source>
        <translation>flush</translation>
    </message>
    <message>
        <source>đọc lại</source>
        <translation>read back</translation>
    </message>
    <message>
        <source>ghi và đọc lại</source>
        <translation>write and read back</translation>
    </message>
    <message>
        <source>{0} giây</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Sửa hồ sơ</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số CMND cũ</source>
        <translation>CMND number</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Giới</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>mã hoặc tên xã</source>
        <translation>commune or code</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Loại hồ sơ</source>
        <translation>Case type</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Hủy và ghi lại</source>
        <translation>Void and log anew</translation>
    </message>
    <message>
        <source>dòng sổ {0}</source>
        <translation>entry {0}</translation>
    </message>
    <message>
        <source>giữ {0}</source>
        <translation>keep {0}</translation>
    </message>
    <message>
        <source>Bản mới giữ ca và giờ cũ. Gõ - để bỏ trống một số.</source>
        <translation>The new one keeps shift and hour. Type - to empty a number.</translation>
    </message>
    <message>
        <source>Ca cũ đã đóng: bản mới vào ca đang mở, tính lúc này.</source>
        <translation>Its shift is closed: the new one goes to the open shift, now.</translation>
    </message>
    <message>
        <source>chọn lý do</source>
        <translation>choose a reason</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Đối chiếu bộ đếm của thiết bị</source>
        <translation>Device counter check</translation>
    </message>
    <message>
        <source>Bộ đếm thiết bị</source>
        <translation>Device counter</translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Đã ghi F1</source>
        <translation>Logged F1</translation>
    </message>
    <message>
        <source>Lý do chênh lệch</source>
        <translation>Reason for the difference</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>Ghi rõ lý do</source>
        <translation>State the reason</translation>
    </message>
    <message>
        <source>Đọc bộ đếm trên thiết bị rồi gõ vào ô bên trái.</source>
        <translation>Read the device&apos;s counter and type it on the left.</translation>
    </message>
    <message>
        <source>Sổ khớp với máy.</source>
        <translation>Journal and device agree.</translation>
    </message>
    <message>
        <source>Sổ thiếu {0} so với máy: {1}.</source>
        <translation>Journal {0} below the device: {1}.</translation>
    </message>
    <message>
        <source>Sổ thừa {0} so với máy: {1}.</source>
        <translation>Journal {0} above the device: {1}.</translation>
    </message>
    <message>
        <source>phải chọn lý do trước khi niêm phong</source>
        <translation>choose a reason before sealing</translation>
    </message>
</context>
<context>
    <name>CrewCard</name>
    <message>
        <source>Thiết bị và ca</source>
        <translation>Device and shift</translation>
    </message>
    <message>
        <source>Kế hoạch chưa có khung giờ cho hôm nay</source>
        <translation>The plan has no window for today</translation>
    </message>
    <message>
        <source>Chỉ huy ca</source>
        <translation>Commander</translation>
    </message>
    <message>
        <source>Họ tên chỉ huy ca</source>
        <translation>Commander&apos;s name</translation>
    </message>
    <message>
        <source>Máy chính</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Máy phụ</source>
        <translation>Second operator</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Khung giờ ca</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Cán bộ trong ca</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Định mức</source>
        <translation>Quota</translation>
    </message>
    <message>
        <source>Gõ tên khác…</source>
        <translation>Type another name…</translation>
    </message>
    <message>
        <source>Chỉ huy ca: chọn hoặc gõ tên</source>
        <translation>Commander: choose or type</translation>
    </message>
    <message>
        <source>Máy chính · chịu trách nhiệm ca</source>
        <translation>Operator · answers for the shift</translation>
    </message>
    <message>
        <source>chờ</source>
        <translation>idle</translation>
    </message>
    <message>
        <source>đã mở</source>
        <translation>open</translation>
    </message>
    <message>
        <source>dừng</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>quá giờ</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>đã báo 0</source>
        <translation>zero report</translation>
    </message>
    <message>
        <source>đã có ca</source>
        <translation>has a shift</translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message>
        <source>Cả ngày</source>
        <translation>Whole day</translation>
    </message>
    <message>
        <source>tìm</source>
        <translation>search</translation>
    </message>
    <message>
        <source>xem chi tiết</source>
        <translation>details</translation>
    </message>
    <message>
        <source>hủy, có người chứng kiến</source>
        <translation>void, with a second person</translation>
    </message>
    <message>
        <source>sửa, có người chứng kiến</source>
        <translation>correct, with a second person</translation>
    </message>
    <message>
        <source>ngày trước, ngày sau</source>
        <translation>day before, day after</translation>
    </message>
    <message>
        <source>lượt ghi</source>
        <translation>logged</translation>
    </message>
    <message>
        <source>{0} đã hủy</source>
        <translation>{0} voided</translation>
    </message>
    <message>
        <source>Lệch so với kế hoạch trong ngày (hồ sơ)</source>
        <translation>Ahead of or behind the day&apos;s plan (applications)</translation>
    </message>
    <message>
        <source>số chính thức</source>
        <translation>final figures</translation>
    </message>
    <message>
        <source>số tạm</source>
        <translation>provisional figures</translation>
    </message>
    <message>
        <source>dừng {0}</source>
        <translation>stopped {0}</translation>
    </message>
    <message>
        <source>Không có kế hoạch cho ngày này</source>
        <translation>No plan for this day</translation>
    </message>
    <message>
        <source>Không mở ca nào</source>
        <translation>No shift was opened</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Ngày trước</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>Ngày trước (Alt ←)</source>
        <translation>Day before (Alt ←)</translation>
    </message>
    <message>
        <source>Ngày sau</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>Ngày sau (Alt →)</source>
        <translation>Day after (Alt →)</translation>
    </message>
    <message>
        <source>Ngày, gõ ngày/tháng/năm</source>
        <translation>Day, as day/month/year</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>DaySide</name>
    <message>
        <source>Tạm dừng thiết bị</source>
        <translation>Pause device</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Đổi người</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Hôm nay đã dừng {0} · {1} lần</source>
        <translation>Stopped {0} today · {1}×</translation>
    </message>
    <message>
        <source>mất khoảng {0} hồ sơ theo kế hoạch</source>
        <translation>about {0} applications lost by plan</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Đã hủy</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số CMND cũ</source>
        <translation>CMND number</translation>
    </message>
    <message>
        <source>Ngày sinh, giới</source>
        <translation>Birth date, sex</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Loại hồ sơ</source>
        <translation>Case type</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Nơi ghi</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Người ghi</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Cảnh báo</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>Cho ghi trùng</source>
        <translation>Override</translation>
    </message>
    <message>
        <source>Gửi chỉ huy</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Mã phiếu</source>
        <translation>Form id</translation>
    </message>
    <message>
        <source>Hiện đủ số</source>
        <translation>Show numbers</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đã xóa theo hạn lưu</source>
        <translation>Erased after its time</translation>
    </message>
    <message>
        <source>Không ghi họ tên</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>Không còn giữ</source>
        <translation>No longer held</translation>
    </message>
    <message>
        <source>Dòng sổ {0} · số thứ tự {1} · {2}</source>
        <translation>Entry {0} · place {1} · {2}</translation>
    </message>
    <message>
        <source>Đang hiện đủ số; tự ẩn sau 20 giây.</source>
        <translation>Whole numbers are shown; hidden again after 20 s.</translation>
    </message>
    <message>
        <source>Mỗi lần xem đủ số được ghi vào sổ.</source>
        <translation>Each look at whole numbers is an entry.</translation>
    </message>
    <message>
        <source>Ẩn số</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>{0} lúc {1} bởi {2}</source>
        <translation>{0} at {1} by {2}</translation>
    </message>
    <message>
        <source>{0}, chứng kiến {1}</source>
        <translation>{0}, second person {1}</translation>
    </message>
    <message>
        <source>Đã hủy ở dòng sổ {0}</source>
        <translation>Voided by entry {0}</translation>
    </message>
    <message>
        <source>{0}, tính vào lúc {1}</source>
        <translation>{0}, counted at {1}</translation>
    </message>
    <message>
        <source>phải thu {0} đ, đã thu {1} đ, biên lai {2}</source>
        <translation>due {0} VND, taken {1} VND, receipt {2}</translation>
    </message>
</context>
<context>
    <name>DeviceLine</name>
    <message>
        <source>Mã thiết bị mới</source>
        <translation>Id of a new device</translation>
    </message>
    <message>
        <source>mã, như TB-3</source>
        <translation>id, as TB-3</translation>
    </message>
    <message>
        <source>thiết bị mới</source>
        <translation>new device</translation>
    </message>
    <message>
        <source>Tên của {0}</source>
        <translation>Label of {0}</translation>
    </message>
    <message>
        <source>tên gọi</source>
        <translation>label</translation>
    </message>
    <message>
        <source>Số máy của {0}</source>
        <translation>Serial number of {0}</translation>
    </message>
    <message>
        <source>số máy</source>
        <translation>serial</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Lưu {0}</source>
        <translation>Save {0}</translation>
    </message>
    <message>
        <source>Thêm thiết bị mới</source>
        <translation>Add the new device</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Đã làm / định mức</source>
        <translation>Done / quota</translation>
    </message>
    <message>
        <source>Lệch</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Theo giờ</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>trên biểu đồ</source>
        <translation>on the chart</translation>
    </message>
    <message>
        <source>không vẽ</source>
        <translation>not drawn</translation>
    </message>
</context>
<context>
    <name>DeviceRows</name>
    <message>
        <source>Cần bao nhiêu thiết bị</source>
        <translation>How many devices</translation>
    </message>
    <message>
        <source>{0} thiết bị: nhịp cần {1}</source>
        <translation>{0} devices: needed pace {1}</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Nhịp cần</source>
        <translation>Needed</translation>
    </message>
    <message>
        <source>So với nhịp {0}</source>
        <translation>Against pace {0}</translation>
    </message>
    <message>
        <source>đang có</source>
        <translation>now</translation>
    </message>
    <message>
        <source>đủ</source>
        <translation>enough</translation>
    </message>
    <message>
        <source>giả định</source>
        <translation>what if</translation>
    </message>
</context>
<context>
    <name>DeviceSwitch</name>
    <message>
        <source>Thiết bị đang ghi</source>
        <translation>Device in use</translation>
    </message>
    <message>
        <source>dừng</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>quá giờ</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>chưa mở ca</source>
        <translation>no shift open</translation>
    </message>
    <message>
        <source>đang tạm dừng</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>đã niêm phong</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>ca quá giờ</source>
        <translation>shift overdue</translation>
    </message>
</context>
<context>
    <name>DeviceTable</name>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Đã làm / kế hoạch</source>
        <translation>Done / plan</translation>
    </message>
    <message>
        <source>Lệch</source>
        <translation>Ahead</translation>
    </message>
    <message>
        <source>Sớm/chậm</source>
        <translation>In minutes</translation>
    </message>
    <message>
        <source>Nhịp mỗi giờ</source>
        <translation>Rate per hour</translation>
    </message>
    <message>
        <source>Dự kiến</source>
        <translation>Projection</translation>
    </message>
    <message>
        <source>Mai</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Các thiết bị, chậm nhất trước</source>
        <translation>Devices, worst first</translation>
    </message>
    <message>
        <source>định mức</source>
        <translation>quota</translation>
    </message>
    <message>
        <source>kế hoạch</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>đã làm {0}, kế hoạch {1}, định mức {2}</source>
        <translation>done {0}, plan {1}, quota {2}</translation>
    </message>
    <message>
        <source>, dự kiến từ {0} đến {1}</source>
        <translation>, expected from {0} to {1}</translation>
    </message>
    <message>
        <source>đúng</source>
        <translation>on plan</translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation>{0} ahead</translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation>{0} behind</translation>
    </message>
    <message>
        <source>Chưa mở ca</source>
        <translation>No shift open</translation>
    </message>
    <message>
        <source>Chưa mở {0} · trễ {1}</source>
        <translation>{0} not opened · {1} late</translation>
    </message>
    <message>
        <source>Báo không chạy</source>
        <translation>Zero reported</translation>
    </message>
    <message>
        <source>Đang chạy</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Không ghi {0} phút</source>
        <translation>Nothing logged for {0} min</translation>
    </message>
    <message>
        <source>Tạm dừng · {0}</source>
        <translation>Paused · {0}</translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Ca quá 04:00</source>
        <translation>Shift past 04:00</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Tháo USB</source>
        <translation>Eject</translation>
    </message>
    <message>
        <source>In phiếu</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>Xong, về điều độ</source>
        <translation>Done, to the board</translation>
    </message>
    <message>
        <source>Xuất thêm bản</source>
        <translation>Another copy</translation>
    </message>
    <message>
        <source>Gói này giữ màu hổ phách “đã xuất, chờ biên nhận” cho tới khi nhận biên nhận của chỉ huy.</source>
        <translation>This bundle stays amber, “exported, no receipt”, until the command&apos;s receipt is received.</translation>
    </message>
    <message>
        <source>Phiếu giao USB</source>
        <translation>Handover slip</translation>
    </message>
    <message>
        <source>khổ 80 mm</source>
        <translation>80 mm paper</translation>
    </message>
    <message>
        <source>Đã xuất và kiểm tra gói {0}</source>
        <translation>Bundle {0} exported and verified</translation>
    </message>
    <message>
        <source>{0} · {1} bản ghi · {2} ca niêm phong</source>
        <translation>{0} · {1} entries · shifts sealed: {2}</translation>
    </message>
    <message>
        <source> · {0} ca còn mở</source>
        <translation> · still open: {0}</translation>
    </message>
    <message>
        <source>{0} · ký bằng khóa trạm {1}</source>
        <translation>{0} · signed with station key {1}</translation>
    </message>
    <message>
        <source>Đọc lại thẳng từ USB, không qua bộ nhớ đệm, khớp từng byte lúc {0}.</source>
        <translation>Read back from the stick, past the cache: same to the byte at {0}.</translation>
    </message>
    <message>
        <source>Đọc lại từ USB sau khi bỏ bộ nhớ đệm, khớp từng byte lúc {0}.</source>
        <translation>Read back from the stick after dropping the cache: same to the byte at {0}.</translation>
    </message>
    <message>
        <source>Đọc lại qua hệ điều hành, khớp từng byte lúc {0}.</source>
        <translation>Read back through the operating system: same to the byte at {0}.</translation>
    </message>
    <message>
        <source>Bản thứ hai cũng khớp.</source>
        <translation>So is the second copy.</translation>
    </message>
    <message>
        <source>Các bản kia cũng khớp.</source>
        <translation>So are the other copies.</translation>
    </message>
</context>
<context>
    <name>DuplicatePanel</name>
    <message>
        <source>chưa ghi gì thêm</source>
        <translation>nothing more was logged</translation>
    </message>
    <message>
        <source>Số này đã được thu nhận</source>
        <translation>This number was accepted before</translation>
    </message>
    <message>
        <source>Số này đã được ghi lúc {0} trên {1}</source>
        <translation>This number was logged at {0} on {1}</translation>
    </message>
</context>
<context>
    <name>EnrolmentView</name>
    <message>
        <source>USB đang cắm</source>
        <translation>Sticks</translation>
    </message>
    <message>
        <source>F5 tìm lại</source>
        <translation>F5 looks again</translation>
    </message>
    <message>
        <source>Chưa thấy USB nào. Cắm USB rồi bấm F5.</source>
        <translation>No stick found. Plug one in and press F5.</translation>
    </message>
    <message>
        <source>Hoặc một thư mục</source>
        <translation>Or a folder</translation>
    </message>
    <message>
        <source>đường dẫn, rồi Enter</source>
        <translation>path, then Enter</translation>
    </message>
    <message>
        <source>Mã khóa của trạm</source>
        <translation>The station&apos;s fingerprint</translation>
    </message>
    <message>
        <source>đọc qua điện thoại cho chỉ huy</source>
        <translation>read to the command by phone</translation>
    </message>
    <message>
        <source>Chỉ huy chỉ nhận đăng ký trạm khi mã khóa này khớp với yêu cầu trên USB.</source>
        <translation>The command enrols only if this equals the request&apos;s on the stick.</translation>
    </message>
    <message>
        <source>Ghi yêu cầu lên USB</source>
        <translation>Write the request</translation>
    </message>
    <message>
        <source>Đã ghi yêu cầu</source>
        <translation>Request written</translation>
    </message>
    <message>
        <source>Câu trả lời của chỉ huy</source>
        <translation>The command&apos;s answer</translation>
    </message>
    <message>
        <source>bộ khóa tin cậy và đăng ký trạm, trên USB mang về</source>
        <translation>trust and enrolment, on the stick that comes back</translation>
    </message>
    <message>
        <source>Mã khóa gốc, chỉ huy đọc qua điện thoại (16 ký tự)</source>
        <translation>Root fingerprint, as read by phone (16 digits)</translation>
    </message>
    <message>
        <source>Mã khóa gốc</source>
        <translation>Root fingerprint</translation>
    </message>
    <message>
        <source>Nhận và kiểm tra</source>
        <translation>Receive and check</translation>
    </message>
    <message>
        <source>Trạm đã đăng ký xong</source>
        <translation>The station is enrolled</translation>
    </message>
    <message>
        <source>Chưa xong</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>Thêm người dùng</source>
        <translation>Add users</translation>
    </message>
    <message>
        <source>Đăng ký trạm</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>làm một lần, dừng lúc nào cũng được</source>
        <translation>done once; stop whenever you like</translation>
    </message>
    <message>
        <source>Đang tìm USB…</source>
        <translation>Looking for sticks…</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>USB này chưa có câu trả lời cho trạm {0}. Mang yêu cầu tới chỉ huy trước.</source>
        <translation>No answer for station {0} on this stick. Take the request to the command first.</translation>
    </message>
    <message>
        <source>Bộ khóa tin cậy {0}, mã khóa gốc {1}.</source>
        <translation>Trust {0}, root fingerprint {1}.</translation>
    </message>
    <message>
        <source>Kế hoạch {0}.</source>
        <translation>Plan {0}.</translation>
    </message>
    <message>
        <source>Còn kế hoạch: phụ trách điểm nhận ở Xuất USB, Nhận lệnh từ USB.</source>
        <translation>The plan is left: a supervisor receives it at Export.</translation>
    </message>
    <message>
        <source>Lập trạm</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Gửi yêu cầu</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Nhận trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Bước {0} / 3: {1}</source>
        <translation>Step {0} / 3: {1}</translation>
    </message>
    <message>
        <source>có câu trả lời</source>
        <translation>has an answer</translation>
    </message>
    <message>
        <source>có yêu cầu</source>
        <translation>has a request</translation>
    </message>
    <message>
        <source>trống {0}</source>
        <translation>{0} free</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Dòng sổ</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>đã hủy</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>giấy</source>
        <translation>paper</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>Hồ sơ đã ghi</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>Chưa đọc được sổ</source>
        <translation>The journal can&apos;t be read</translation>
    </message>
    <message>
        <source>Hồ sơ đã ghi trong ngày, mới nhất trước</source>
        <translation>The day&apos;s applications, newest first</translation>
    </message>
    <message>
        <source>{0} · {1} · {2} lượt ghi, {3} đã hủy</source>
        <translation>{0} · {1} · {2} logged, {3} voided</translation>
    </message>
    <message>
        <source>Tính vào ca và giờ cũ.</source>
        <translation>It counts in its old shift and hour.</translation>
    </message>
    <message>
        <source>Tính vào ca đang mở, lúc này.</source>
        <translation>It counts in the open shift, now.</translation>
    </message>
    <message>
        <source>Đã ghi lại ở dòng sổ {0}</source>
        <translation>Logged anew as entry {0}</translation>
    </message>
    <message>
        <source>đang tìm</source>
        <translation>searching</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>Chưa ghi hồ sơ nào trong ngày này</source>
        <translation>Nothing was logged on this day</translation>
    </message>
    <message>
        <source>Gõ ít nhất 4 chữ số, hoặc 2 chữ cái của một từ trong họ tên.</source>
        <translation>Type 4 digits, or 2 letters of a word of the name.</translation>
    </message>
    <message>
        <source>{0} hồ sơ, mới nhất trước</source>
        <translation>{0} applications, newest first</translation>
    </message>
    <message>
        <source>Thấy {0}, đã xem {1} trong {2}</source>
        <translation>Found {0}, looked at {1} of {2}</translation>
    </message>
    <message>
        <source>Thấy {0} trong {1} hồ sơ</source>
        <translation>Found {0} of {1}</translation>
    </message>
</context>
<context>
    <name>EntriesWords</name>
    <message>
        <source>chưa gửi</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>đã xuất</source>
        <translation>exported</translation>
    </message>
    <message>
        <source>đã nhận</source>
        <translation>received</translation>
    </message>
    <message>
        <source>Được tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Đã hủy</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Có cảnh báo</source>
        <translation>With warnings</translation>
    </message>
    <message>
        <source>Ghi bù từ giấy</source>
        <translation>From paper</translation>
    </message>
    <message>
        <source>Chưa gửi</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>quét mã QR</source>
        <translation>QR scan</translation>
    </message>
    <message>
        <source>quét dòng MRZ</source>
        <translation>MRZ scan</translation>
    </message>
    <message>
        <source>quét mã vạch</source>
        <translation>barcode scan</translation>
    </message>
    <message>
        <source>gõ tay</source>
        <translation>typed</translation>
    </message>
    <message>
        <source>ghi bù từ giấy</source>
        <translation>from paper</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Xuất USB</source>
        <translation>USB export</translation>
    </message>
    <message>
        <source>Gói ký số và mã hóa gửi chỉ huy</source>
        <translation>Signed and encrypted bundle for the city command</translation>
    </message>
    <message>
        <source>Nhận lệnh từ USB</source>
        <translation>Receive from stick</translation>
    </message>
    <message>
        <source>Dừng, bỏ gói dở</source>
        <translation>Stop, drop the bundle</translation>
    </message>
    <message>
        <source>đang dừng…</source>
        <translation>stopping…</translation>
    </message>
    <message>
        <source>bước {0} / {1}</source>
        <translation>step {0} / {1}</translation>
    </message>
    <message>
        <source>Số {0} bỏ qua, không dùng lại.</source>
        <translation>Number {0} is skipped and won&apos;t be used again.</translation>
    </message>
    <message>
        <source>Đã dừng</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Chưa xong</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>Đang tìm USB…</source>
        <translation>Looking for sticks…</translation>
    </message>
    <message>
        <source>Đang nhận lệnh…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <source>Cắm USB để xuất</source>
        <translation>Plug in a stick to export</translation>
    </message>
    <message>
        <source>Đăng ký USB trước</source>
        <translation>Register the stick first</translation>
    </message>
    <message>
        <source>Cắm thêm một USB</source>
        <translation>Plug in another stick</translation>
    </message>
    <message>
        <source>Chưa có bộ khóa tin cậy của chỉ huy</source>
        <translation>The command&apos;s trust is missing</translation>
    </message>
    <message>
        <source>Chưa có gì để gửi</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Chép và kiểm tra</source>
        <translation>Copy and verify</translation>
    </message>
    <message>
        <source>Xuất và kiểm tra</source>
        <translation>Export and verify</translation>
    </message>
    <message>
        <source>Thôi, về kết quả</source>
        <translation>Cancel, to the result</translation>
    </message>
</context>
<context>
    <name>FeeLine</name>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>không thu</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{0} đ</source>
        <translation>{0} VND</translation>
    </message>
    <message>
        <source>{0}, chưa thu</source>
        <translation>{0}, not taken</translation>
    </message>
    <message>
        <source>{0}, biên lai {1}</source>
        <translation>{0}, receipt {1}</translation>
    </message>
    <message>
        <source>{0}, đã thu</source>
        <translation>{0}, taken</translation>
    </message>
</context>
<context>
    <name>FollowUpView</name>
    <message>
        <source>Hồ sơ chờ bổ sung</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>{0} · {1} hồ sơ chờ, {2} đã trễ · lâu nhất trước</source>
        <translation>{0} · {1} waiting, {2} late · oldest first</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp bộ lọc</source>
        <translation>Nothing fits the filter</translation>
    </message>
    <message>
        <source>Không có hồ sơ chờ</source>
        <translation>No follow-ups</translation>
    </message>
    <message>
        <source>{0} trong {1} hồ sơ · tự đóng khi công dân được thu nhận</source>
        <translation>{0} of {1} · closed by itself when the person is accepted</translation>
    </message>
    <message>
        <source>Ctrl+Z để hoàn tác</source>
        <translation>Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>Hẹn ngày {0}</source>
        <translation>Next date {0}</translation>
    </message>
    <message>
        <source>Người theo dõi: {0}</source>
        <translation>Owner: {0}</translation>
    </message>
    <message>
        <source>chưa ai</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>Đã hoàn tác</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Đã đóng: {0}</source>
        <translation>Closed: {0}</translation>
    </message>
</context>
<context>
    <name>FollowUpWords</name>
    <message>
        <source>Đã làm ở nơi khác</source>
        <translation>Done elsewhere</translation>
    </message>
    <message>
        <source>Đã chuyển đi nơi khác</source>
        <translation>Moved away</translation>
    </message>
    <message>
        <source>Không còn nhu cầu</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Không liên lạc được</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Đã giải quyết cách khác</source>
        <translation>Settled otherwise</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Trạm thu nhận</source>
        <translation>Enrolment station</translation>
    </message>
</context>
<context>
    <name>FunnelStrip</name>
    <message>
        <source>Đã ghi</source>
        <translation>Logged</translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
</context>
<context>
    <name>GaugeCard</name>
    <message>
        <source>Hồ sơ theo giờ</source>
        <translation>Applications by hour</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>{0} hôm nay</source>
        <translation>{0} today</translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation>{0} ahead</translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation>{0} behind</translation>
    </message>
    <message>
        <source>chưa có kế hoạch</source>
        <translation>no plan</translation>
    </message>
    <message>
        <source>Dự kiến đóng {0} ({1})</source>
        <translation>Projection, end of {0} ({1})</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cho hôm nay</source>
        <translation>No plan for today</translation>
    </message>
    <message>
        <source>{0}  kế hoạch {1}/giờ</source>
        <translation>{0}  plan {1}/h</translation>
    </message>
    <message>
        <source>đã làm {0}, kế hoạch {1}, định mức {2}, dự kiến {3}</source>
        <translation>done {0}, plan {1}, quota {2}, projection {3}</translation>
    </message>
    <message>
        <source>kế hoạch đến giờ {0}</source>
        <translation>plan to now {0}</translation>
    </message>
    <message>
        <source>định mức</source>
        <translation>quota</translation>
    </message>
    <message>
        <source>Đang chạy</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Đang tạm dừng</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Quá giờ</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Chưa mở ca</source>
        <translation>No shift open</translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message>
        <source>Bàn giao, ca chạy tiếp</source>
        <translation>Hand over, the shift goes on</translation>
    </message>
    <message>
        <source>Người nhận ca</source>
        <translation>Next operator</translation>
    </message>
    <message>
        <source>Mật khẩu người nhận</source>
        <translation>Next operator&apos;s password</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Số đã ghi của người giao được chốt vào sổ.</source>
        <translation>What was logged so far is put in the journal.</translation>
    </message>
    <message>
        <source>Chọn người nhận</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Đã giao ca cho {0}. Khóa máy để người nhận đăng nhập.</source>
        <translation>Handed over to {0}. Lock, so that they can sign in.</translation>
    </message>
</context>
<context>
    <name>HandOverPanel</name>
    <message>
        <source>Đổi người trực</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Ai nhận máy?</source>
        <translation>Who takes over?</translation>
    </message>
    <message>
        <source>PIN hoặc mật khẩu người nhận</source>
        <translation>Receiver&apos;s PIN or password</translation>
    </message>
    <message>
        <source>Nhận máy</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Thôi, không đổi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ca đang mở chạy tiếp, số của từng người chốt vào sổ. Chữ gõ dở giữ lại cho người giao.</source>
        <translation>Open shifts go on, each one&apos;s figures go into the journal. Half-typed text waits for who typed it.</translation>
    </message>
    <message>
        <source>Người giao: {0}</source>
        <translation>From: {0}</translation>
    </message>
    <message>
        <source>{device}: {logged} lượt ghi, {counted} đã thu nhận</source>
        <translation>{device}: {logged} logged, {counted} accepted</translation>
    </message>
    <message>
        <source>Không có ca nào đang chạy: chỉ đổi người ngồi máy.</source>
        <translation>No shift is open: only the person changes.</translation>
    </message>
    <message>
        <source>Chưa có ai khác nhận máy được.</source>
        <translation>Nobody else can take over.</translation>
    </message>
    <message>
        <source>PIN hoặc mật khẩu</source>
        <translation>PIN or password</translation>
    </message>
    <message>
        <source>Bấm số để chọn người nhận</source>
        <translation>Press a digit to choose</translation>
    </message>
    <message>
        <source>Đang nhận…</source>
        <translation>Taking over…</translation>
    </message>
    <message>
        <source>mật khẩu</source>
        <translation>password</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Xem lại</source>
        <translation>Look back</translation>
    </message>
    <message>
        <source>Space: đưa thiết bị lên biểu đồ hoặc bỏ ra</source>
        <translation>Space: a device&apos;s line on the chart or off it</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>So với ngày khác</source>
        <translation>Compare with another day</translation>
    </message>
    <message>
        <source>Chưa đọc được ngày này</source>
        <translation>This day could not be read</translation>
    </message>
    <message>
        <source>Ngày xem lại</source>
        <translation>Day looked at</translation>
    </message>
    <message>
        <source>Ngày đem so</source>
        <translation>Day compared with</translation>
    </message>
    <message>
        <source>Xem một ngày</source>
        <translation>One day only</translation>
    </message>
    <message>
        <source>Đã lưu {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation>Whole day</translation>
    </message>
    <message>
        <source>Phần của ngày</source>
        <translation>Part of the day</translation>
    </message>
    <message>
        <source>Lưu vào thư mục</source>
        <translation>Save into folder</translation>
    </message>
    <message>
        <source>Lưu CSV</source>
        <translation>Save CSV</translation>
    </message>
    <message>
        <source>Lưu ảnh PNG</source>
        <translation>Save PNG</translation>
    </message>
</context>
<context>
    <name>InputMethodStrip</name>
    <message>
        <source>Bộ gõ tiếng Việt đang bật.</source>
        <translation>The input method is on.</translation>
    </message>
    <message>
        <source>Mã quét có thể bị đổi ký tự; tắt bộ gõ rồi quét lại.</source>
        <translation>It may change scans: switch it off and scan again.</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>DIỄN TẬP</source>
        <translation>DRILL</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>IntakeHeader</name>
    <message>
        <source>Ghi hồ sơ</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>máy chính {0}</source>
        <translation>operator {0}</translation>
    </message>
    <message>
        <source>máy phụ {0}</source>
        <translation>with {0}</translation>
    </message>
    <message>
        <source>còn {0} đến {1}</source>
        <translation>{0} left to {1}</translation>
    </message>
    <message>
        <source>quá {0} từ {1}</source>
        <translation>{0} over since {1}</translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>Quét mã vạch hoặc gõ số</source>
        <translation>Scan a code or type the number</translation>
    </message>
</context>
<context>
    <name>IntakeWords</name>
    <message>
        <source>Đã thu nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Thiếu giấy tờ</source>
        <translation>Papers missing</translation>
    </message>
    <message>
        <source>Sai dữ liệu dân cư</source>
        <translation>Data mismatch</translation>
    </message>
    <message>
        <source>Vân tay, ảnh không đạt</source>
        <translation>Poor biometrics</translation>
    </message>
    <message>
        <source>Trùng hồ sơ</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Lỗi thiết bị</source>
        <translation>Device fault</translation>
    </message>
    <message>
        <source>Chuyển lưu&#xa0;động</source>
        <translation>Mobile, later</translation>
    </message>
    <message>
        <source>Sai dữ liệu</source>
        <translation>Data mismatch</translation>
    </message>
    <message>
        <source>Vân tay, ảnh</source>
        <translation>Biometrics</translation>
    </message>
    <message>
        <source>Lưu động</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Thiếu gì?</source>
        <translation>What is missing?</translation>
    </message>
    <message>
        <source>Sai ở đâu?</source>
        <translation>What differs?</translation>
    </message>
    <message>
        <source>Vì sao?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Trùng thế nào?</source>
        <translation>What kind?</translation>
    </message>
    <message>
        <source>Lỗi ở đâu?</source>
        <translation>Which fault?</translation>
    </message>
    <message>
        <source>Thẻ cũ</source>
        <translation>Old card</translation>
    </message>
    <message>
        <source>Sổ hộ khẩu</source>
        <translation>Household book</translation>
    </message>
    <message>
        <source>Giấy khai sinh</source>
        <translation>Birth certificate</translation>
    </message>
    <message>
        <source>Giấy tờ thay đổi</source>
        <translation>Proof of change</translation>
    </message>
    <message>
        <source>Chưa có dữ liệu</source>
        <translation>No record</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Số CMND cũ</source>
        <translation>CMND number</translation>
    </message>
    <message>
        <source>Vân tay mờ</source>
        <translation>Faint prints</translation>
    </message>
    <message>
        <source>Tay bị thương</source>
        <translation>Injured hand</translation>
    </message>
    <message>
        <source>Ảnh chân dung</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Thu nhiều lần</source>
        <translation>Repeated tries</translation>
    </message>
    <message>
        <source>Đã ghi trong ca</source>
        <translation>Logged this shift</translation>
    </message>
    <message>
        <source>Đã thu nhận trước</source>
        <translation>Accepted before</translation>
    </message>
    <message>
        <source>Đã có thẻ gắn chíp</source>
        <translation>Has a chip card</translation>
    </message>
    <message>
        <source>Số của người khác</source>
        <translation>Another&apos;s number</translation>
    </message>
    <message>
        <source>Máy ảnh</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Máy thu vân tay</source>
        <translation>Fingerprints</translation>
    </message>
    <message>
        <source>Máy quét, đầu đọc</source>
        <translation>Scanner, reader</translation>
    </message>
    <message>
        <source>Phần mềm, kết nối</source>
        <translation>Software, link</translation>
    </message>
    <message>
        <source>Già yếu, ốm đau</source>
        <translation>Old or ill</translation>
    </message>
    <message>
        <source>Điểm lưu động</source>
        <translation>Mobile point</translation>
    </message>
    <message>
        <source>Công dân xin hẹn</source>
        <translation>Citizen&apos;s wish</translation>
    </message>
    <message>
        <source>Quá công suất</source>
        <translation>Over capacity</translation>
    </message>
    <message>
        <source>Cấp lần đầu</source>
        <translation>First issue</translation>
    </message>
    <message>
        <source>Từ CMND 9 số</source>
        <translation>From 9-digit CMND</translation>
    </message>
    <message>
        <source>Từ CMND 12 số</source>
        <translation>From 12-digit CMND</translation>
    </message>
    <message>
        <source>Đổi theo yêu cầu</source>
        <translation>Exchange: on request</translation>
    </message>
    <message>
        <source>Đổi do hư hỏng</source>
        <translation>Exchange: damaged</translation>
    </message>
    <message>
        <source>Đổi họ tên, dạng</source>
        <translation>Exchange: particulars</translation>
    </message>
    <message>
        <source>Đổi giới, quê quán</source>
        <translation>Exchange: sex, origin</translation>
    </message>
    <message>
        <source>Đổi do sai sót</source>
        <translation>Exchange: error</translation>
    </message>
    <message>
        <source>Đổi do lỗi cơ quan</source>
        <translation>Exchange: agency error</translation>
    </message>
    <message>
        <source>Đổi đến tuổi</source>
        <translation>Exchange: age</translation>
    </message>
    <message>
        <source>Đổi do địa giới</source>
        <translation>Exchange: boundary</translation>
    </message>
    <message>
        <source>Cấp lại do mất</source>
        <translation>Re-issue: lost</translation>
    </message>
    <message>
        <source>Trở lại quốc tịch</source>
        <translation>Re-issue: nationality</translation>
    </message>
    <message>
        <source>Mất CMND 9 số</source>
        <translation>9-digit CMND lost</translation>
    </message>
    <message>
        <source>Mất kết nối</source>
        <translation>No link to centre</translation>
    </message>
    <message>
        <source>Trung tâm quá tải</source>
        <translation>Centre overloaded</translation>
    </message>
    <message>
        <source>Lỗi máy quét</source>
        <translation>Scanner fault</translation>
    </message>
    <message>
        <source>Lỗi máy ảnh</source>
        <translation>Camera fault</translation>
    </message>
    <message>
        <source>Lỗi máy vân tay</source>
        <translation>Fingerprint reader</translation>
    </message>
    <message>
        <source>Lỗi máy in, hết mực</source>
        <translation>Printer fault, no ink</translation>
    </message>
    <message>
        <source>Lỗi phần mềm</source>
        <translation>Software fault</translation>
    </message>
    <message>
        <source>Hiệu chuẩn, vệ sinh</source>
        <translation>Calibration, cleaning</translation>
    </message>
    <message>
        <source>Bảo trì theo lịch</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Không có công dân</source>
        <translation>No citizens</translation>
    </message>
    <message>
        <source>Danh sách gọi chậm</source>
        <translation>Call-up list late</translation>
    </message>
    <message>
        <source>Chuyển điểm</source>
        <translation>Relocation</translation>
    </message>
    <message>
        <source>Địa điểm chưa sẵn</source>
        <translation>Venue not ready</translation>
    </message>
    <message>
        <source>Nghỉ giữa ca</source>
        <translation>Break or meal</translation>
    </message>
    <message>
        <source>Tập huấn, họp</source>
        <translation>Training, meeting</translation>
    </message>
    <message>
        <source>Thời tiết, thiên tai</source>
        <translation>Weather, disaster</translation>
    </message>
    <message>
        <source>Phòng, chống dịch</source>
        <translation>Epidemic measure</translation>
    </message>
    <message>
        <source>Sự cố an ninh</source>
        <translation>Security incident</translation>
    </message>
    <message>
        <source>Nguyên nhân khác</source>
        <translation>Other cause</translation>
    </message>
    <message>
        <source>Mã nơi khai sinh lạ</source>
        <translation>Unknown place code</translation>
    </message>
    <message>
        <source>Giới tính khác số định danh</source>
        <translation>Sex differs from the number</translation>
    </message>
    <message>
        <source>Năm sinh khác số định danh</source>
        <translation>Birth year differs from the number</translation>
    </message>
    <message>
        <source>Không rõ giới tính</source>
        <translation>Sex unknown</translation>
    </message>
    <message>
        <source>Số CMND cũ lạ</source>
        <translation>Unusual CMND number</translation>
    </message>
    <message>
        <source>Thẻ thiếu ngày cấp</source>
        <translation>No date of issue on the card</translation>
    </message>
    <message>
        <source>Mã QR có phần thừa, đã bỏ qua</source>
        <translation>Extra QR fields, left out</translation>
    </message>
    <message>
        <source>Tên có thể bị bộ gõ làm sai</source>
        <translation>Name may be spoiled by the input method</translation>
    </message>
    <message>
        <source>Tên có ký tự lạ</source>
        <translation>Unusual characters in the name</translation>
    </message>
    <message>
        <source>Tên không dấu, xem lại trên thẻ</source>
        <translation>Name without diacritics, check the card</translation>
    </message>
    <message>
        <source>Tên trên thẻ bị cắt</source>
        <translation>Name cut off on the card</translation>
    </message>
    <message>
        <source>Số thẻ khác số định danh</source>
        <translation>Card and personal number differ</translation>
    </message>
    <message>
        <source>Thẻ hết hạn</source>
        <translation>Card expired</translation>
    </message>
    <message>
        <source>Chưa đủ 14 tuổi</source>
        <translation>Under 14</translation>
    </message>
    <message>
        <source>Quét hai lần, tính một</source>
        <translation>Scanned twice, counted once</translation>
    </message>
    <message>
        <source>Số này đã ghi trước đây</source>
        <translation>Number logged before</translation>
    </message>
    <message>
        <source>CMND và ngày sinh này đã ghi trước đây</source>
        <translation>CMND and birth date logged before</translation>
    </message>
    <message>
        <source>Họ tên và ngày sinh này đã ghi trước đây</source>
        <translation>Name and birth date logged before</translation>
    </message>
    <message>
        <source>P. {0}</source>
        <translation>P. {0}</translation>
    </message>
    <message>
        <source>TT. {0}</source>
        <translation>TT. {0}</translation>
    </message>
    <message>
        <source>X. {0}</source>
        <translation>X. {0}</translation>
    </message>
    <message>
        <source>Q. {0}</source>
        <translation>Q. {0}</translation>
    </message>
    <message>
        <source>H. {0}</source>
        <translation>H. {0}</translation>
    </message>
</context>
<context>
    <name>LikelyPanel</name>
    <message>
        <source>và {0} hồ sơ khác</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>Có thể đã ghi trước đây, xem lại rồi mới bấm kết quả</source>
        <translation>May have been logged before: look before you press an outcome</translation>
    </message>
    <message>
        <source>cùng CMND và ngày sinh</source>
        <translation>same CMND and birth date</translation>
    </message>
    <message>
        <source>cùng họ tên và ngày sinh</source>
        <translation>same name and birth date</translation>
    </message>
</context>
<context>
    <name>LoadCard</name>
    <message>
        <source>Nội dung sẽ gửi</source>
        <translation>What will be sent</translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Ca niêm phong</source>
        <translation>Sealed shifts</translation>
    </message>
    <message>
        <source>Đã thu nhận (F1)</source>
        <translation>Accepted (F1)</translation>
    </message>
    <message>
        <source>Lần dừng máy</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>Chưa có gì để gửi</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>Chỉ huy đã nhận đến bản ghi cuối</source>
        <translation>The command has it to the last entry</translation>
    </message>
    <message>
        <source>Ghi thêm bản thứ hai lên {0}</source>
        <translation>Second copy on {0}</translation>
    </message>
    <message>
        <source>Gói {0}</source>
        <translation>Bundle {0}</translation>
    </message>
    <message>
        <source>{0} ca còn mở</source>
        <translation>open: {0}</translation>
    </message>
    <message>
        <source>Không có hồ sơ mới, chỉ có ghi chép xuất và nhận</source>
        <translation>No new applications, only exports and receipts</translation>
    </message>
    <message>
        <source>Không hụt số: gửi từ bản ghi đầu tiên</source>
        <translation>No gap: sent from the first entry</translation>
    </message>
    <message>
        <source>Không hụt số: nối liền sau {0} chỉ huy đã nhận</source>
        <translation>No gap: follows the acknowledged {0}</translation>
    </message>
</context>
<context>
    <name>LoggedCard</name>
    <message>
        <source>Kết quả trong ca</source>
        <translation>The shift&apos;s outcomes</translation>
    </message>
    <message>
        <source>{0} lượt ghi</source>
        <translation>{0} logged</translation>
    </message>
    <message>
        <source>{0}, {1} đã hủy</source>
        <translation>{0}, {1} voided</translation>
    </message>
    <message>
        <source>{0} cả ngày</source>
        <translation>{0}, whole day</translation>
    </message>
    <message>
        <source>kế hoạch {0} · dự kiến {1}</source>
        <translation>plan {0} · projection {1}</translation>
    </message>
    <message>
        <source>đúng kế hoạch</source>
        <translation>on plan</translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation>{0} ahead</translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation>{0} behind</translation>
    </message>
</context>
<context>
    <name>NewSecrets</name>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Gõ lại mật khẩu mới</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>Mã PIN 4 đến 6 chữ số</source>
        <translation>PIN of 4 to 6 digits</translation>
    </message>
    <message>
        <source>Mã PIN, 4 đến 6 số</source>
        <translation>PIN, 4 to 6 digits</translation>
    </message>
    <message>
        <source>Lưu và vào</source>
        <translation>Save and enter</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Vào, không đổi</source>
        <translation>Enter unchanged</translation>
    </message>
    <message>
        <source>Mật khẩu đang dùng là tạm: đặt mật khẩu của riêng mình rồi vào.</source>
        <translation>This password is temporary: set your own, then enter.</translation>
    </message>
    <message>
        <source>Đổi mật khẩu, đặt PIN, hoặc cả hai. Ô để trống thì giữ như cũ.</source>
        <translation>Change the password, set a PIN, or both. Empty fields change nothing.</translation>
    </message>
    <message>
        <source>Mã PIN, nếu muốn</source>
        <translation>PIN, if wanted</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>OutlookCard</name>
    <message>
        <source>Nếu giữ nhịp này</source>
        <translation>At this pace</translation>
    </message>
    <message>
        <source>Xong vào</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>Còn lại</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Cần mỗi ngày</source>
        <translation>Needed a day</translation>
    </message>
    <message>
        <source>Vượt đến {0}</source>
        <translation>Ahead by {0}</translation>
    </message>
    <message>
        <source>Hụt ở ngày {0}</source>
        <translation>Short on {0}</translation>
    </message>
    <message>
        <source>{0} ngày</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>cần thêm số liệu: ít nhất 3 ngày đã chốt</source>
        <translation>more figures are needed: 3 closed days</translation>
    </message>
    <message>
        <source>đã đủ chỉ tiêu</source>
        <translation>the target is reached</translation>
    </message>
    <message>
        <source>giữ nhịp này thì không xong trong một năm</source>
        <translation>not done within a year at this pace</translation>
    </message>
    <message>
        <source>muộn {0} ngày so với {1}, quá hạn {2}</source>
        <translation>{0} days after {1}, past {2}</translation>
    </message>
    <message>
        <source>kịp đúng ngày cuối {0}</source>
        <translation>on the last day {0}</translation>
    </message>
    <message>
        <source>sớm {0} ngày so với {1}</source>
        <translation>{0} days before {1}</translation>
    </message>
</context>
<context>
    <name>PaceCard</name>
    <message>
        <source>Nhịp cần cho mỗi thiết bị mỗi ngày</source>
        <translation>Pace needed per device and day</translation>
    </message>
    <message>
        <source>cần, với {0} thiết bị</source>
        <translation>needed, with {0} devices</translation>
    </message>
    <message>
        <source>đang đạt {0}</source>
        <translation>now {0}</translation>
    </message>
    <message>
        <source>cần {0} · sàn {1}</source>
        <translation>needed {0} · floor {1}</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Trang</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>PaperStrip</name>
    <message>
        <source>Đang ghi bù từ giấy.</source>
        <translation>Catching up from paper.</translation>
    </message>
    <message>
        <source>Hồ sơ được tính vào giờ trên tờ khai:</source>
        <translation>Applications count at the time on the form:</translation>
    </message>
    <message>
        <source>Giờ trên tờ khai</source>
        <translation>Time on the form</translation>
    </message>
    <message>
        <source>giờ:phút</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>Thôi ghi bù</source>
        <translation>Stop catching up</translation>
    </message>
    <message>
        <source>Ghi bù từ giấy</source>
        <translation>From paper</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Bấm số để chọn nguyên nhân. Giờ dừng tính từ lúc bấm F9, không mất khi đổi nguyên nhân.</source>
        <translation>Press a number for the cause. Time counts from F9 and stays when the cause is changed.</translation>
    </message>
    <message>
        <source>Tất cả nguyên nhân</source>
        <translation>All causes</translation>
    </message>
    <message>
        <source>Chạy lại thiết bị</source>
        <translation>Resume device</translation>
    </message>
    <message>
        <source>Bấm 0 chọn trong tất cả nguyên nhân.</source>
        <translation>Press 0 for all causes.</translation>
    </message>
    <message>
        <source>Giờ dừng ngoài tầm của điểm được trừ khi tính năng suất theo giờ máy.</source>
        <translation>Downtime beyond the point&apos;s control is left out of the rate per device hour.</translation>
    </message>
    <message>
        <source>{0} đang tạm dừng</source>
        <translation>{0} is paused</translation>
    </message>
    <message>
        <source>từ {0}</source>
        <translation>since {0}</translation>
    </message>
    <message>
        <source>Chọn nguyên nhân trước khi chạy lại</source>
        <translation>Choose a cause before resuming</translation>
    </message>
    <message>
        <source>có kế hoạch</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>ngoài kế hoạch</source>
        <translation>unplanned</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Người của điểm</source>
        <translation>People of the point</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đăng nhập gần nhất</source>
        <translation>Last sign-in</translation>
    </message>
    <message>
        <source>{0} người</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>chưa lần nào</source>
        <translation>never</translation>
    </message>
    <message>
        <source>{0} (mình)</source>
        <translation>{0} (you)</translation>
    </message>
    <message>
        <source>khóa đến {0}</source>
        <translation>locked until {0}</translation>
    </message>
    <message>
        <source>chưa có mật khẩu</source>
        <translation>no password yet</translation>
    </message>
    <message>
        <source>mật khẩu tạm, phải đổi</source>
        <translation>temporary password</translation>
    </message>
    <message>
        <source>có PIN</source>
        <translation>has a PIN</translation>
    </message>
    <message>
        <source>mật khẩu</source>
        <translation>password</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Ai đăng nhập được ở điểm này, với vai trò gì</source>
        <translation>Who may sign in here, and as what</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Công dân</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ đang chờ ghi. Kết quả vừa ghi nằm ở dòng đầu bảng bên dưới.</source>
        <translation>No application is waiting. The last one logged is the first row below.</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Giới</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Số thứ tự</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Chưa có tên</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>Năm sinh</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Quét mã QR lúc {0}</source>
        <translation>QR scanned at {0}</translation>
    </message>
    <message>
        <source>Quét dòng MRZ lúc {0}</source>
        <translation>MRZ scanned at {0}</translation>
    </message>
    <message>
        <source>Quét mã vạch lúc {0}</source>
        <translation>Barcode scanned at {0}</translation>
    </message>
    <message>
        <source>Gõ tay lúc {0}</source>
        <translation>Typed at {0}</translation>
    </message>
    <message>
        <source>đã ghi {0} {1} ở {2}</source>
        <translation>logged {0} {1} on {2}</translation>
    </message>
    <message>
        <source>chưa ghi lần nào ở điểm này</source>
        <translation>never logged at this point</translation>
    </message>
    <message>
        <source>ĐT {0}</source>
        <translation>phone {0}</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Thêm người</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>Sửa tên, vai trò</source>
        <translation>Change name or role</translation>
    </message>
    <message>
        <source>Đặt lại mật khẩu</source>
        <translation>Reset the password</translation>
    </message>
    <message>
        <source>Xóa khỏi danh sách</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Đặt mật khẩu</source>
        <translation>Set the password</translation>
    </message>
    <message>
        <source>Xóa, không vào được nữa</source>
        <translation>Remove, no more sign-in</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Tên đăng nhập không đổi được về sau.</source>
        <translation>The login name can&apos;t be changed later.</translation>
    </message>
    <message>
        <source>Không đăng nhập được nữa kể từ bây giờ. Hồ sơ đã ghi vẫn mang tên người này.</source>
        <translation>No more sign-in from now on. What they logged keeps their name.</translation>
    </message>
    <message>
        <source>Người đó tự gõ mật khẩu mới, hoặc để trống để lấy mật khẩu tạm. PIN cũ mất hiệu lực.</source>
        <translation>They type the new password, or leave it empty for a temporary one. The old PIN ends.</translation>
    </message>
    <message>
        <source>bị khóa, còn {0}</source>
        <translation>locked, {0} left</translation>
    </message>
    <message>
        <source>đổi mật khẩu của mình ở màn hình đăng nhập (F2)</source>
        <translation>change your own at sign-in (F2)</translation>
    </message>
    <message>
        <source>Đã thêm {0}</source>
        <translation>Added {0}</translation>
    </message>
    <message>
        <source>Đã sửa {0}</source>
        <translation>Changed {0}</translation>
    </message>
    <message>
        <source>Đã đặt lại mật khẩu của {0}</source>
        <translation>Password of {0} reset</translation>
    </message>
    <message>
        <source>Đã xóa {0}</source>
        <translation>Removed {0}</translation>
    </message>
    <message>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Mật khẩu tạm, chỉ hiện một lần: đọc cho người đó, đăng nhập xong phải đổi.</source>
        <translation>Temporary password, shown once: read it to them; it must be changed at sign-in.</translation>
    </message>
</context>
<context>
    <name>PrintButton</name>
    <message>
        <source>Đã gửi phiếu đến máy in</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>Không có máy in, cũng không lưu được tệp: chép dấu bằng tay</source>
        <translation>No printer, and no file could be saved: copy the seal by hand</translation>
    </message>
    <message>
        <source>Không thấy máy in: đã lưu {0}</source>
        <translation>No printer: saved {0}</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Tiến độ đợt cao điểm</source>
        <translation>Progress of the campaign</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>Chưa có số liệu mới</source>
        <translation>No new figures</translation>
    </message>
    <message>
        <source>Biểu đồ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Tuần</source>
        <translation>Weeks</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Xã, phường</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Xem theo</source>
        <translation>View by</translation>
    </message>
    <message>
        <source>định mức điểm {0}</source>
        <translation>quota {0}</translation>
    </message>
    <message>
        <source>kế hoạch</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>dự kiến</source>
        <translation>projection</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>số chốt hết {0}</source>
        <translation>closed through {0}</translation>
    </message>
    <message>
        <source>chưa chốt ngày nào</source>
        <translation>no day closed yet</translation>
    </message>
    <message>
        <source>{0} – {1}, hạn {2} · {3}</source>
        <translation>{0} – {1}, deadline {2} · {3}</translation>
    </message>
    <message>
        <source>đã thu nhận hết ngày {0} / {1}</source>
        <translation>accepted through day {0} / {1}</translation>
    </message>
    <message>
        <source>hết {0}</source>
        <translation>end of {0}</translation>
    </message>
    <message>
        <source>Chưa có dự kiến: cần thêm số liệu, ít nhất 3 ngày đã chốt.</source>
        <translation>No projection yet: 3 closed days are needed.</translation>
    </message>
    <message>
        <source>Dự kiến theo nhịp 7 ngày gần nhất ({0} hồ sơ mỗi ngày mỗi thiết bị); khoảng 80%.</source>
        <translation>Projected by the last 7 days ({0} per device and day); 80% band.</translation>
    </message>
    <message>
        <source>Chưa có số liệu mới. {0}</source>
        <translation>No new figures. {0}</translation>
    </message>
    <message>
        <source>Giữ số chốt hết ngày {0}</source>
        <translation>Figures closed through {0} are kept</translation>
    </message>
    <message>
        <source>đúng kế hoạch {0}</source>
        <translation>on plan {0}</translation>
    </message>
    <message>
        <source>sớm {0} ngày so với kế hoạch {1}</source>
        <translation>{0} days ahead of plan {1}</translation>
    </message>
    <message>
        <source>chậm {0} ngày so với kế hoạch {1}</source>
        <translation>{0} days behind plan {1}</translation>
    </message>
</context>
<context>
    <name>PullLine</name>
    <message>
        <source>Rút được cả hai USB an toàn</source>
        <translation>Both sticks can be pulled safely</translation>
    </message>
    <message>
        <source>Rút được USB an toàn</source>
        <translation>The stick can be pulled safely</translation>
    </message>
    <message>
        <source>Thư mục thay USB: không có ổ nào để tháo</source>
        <translation>A folder stands for a stick: there is no drive to eject</translation>
    </message>
    <message>
        <source>Đang tháo ổ, đừng rút…</source>
        <translation>Ejecting, do not pull…</translation>
    </message>
    <message>
        <source>hệ điều hành đã tháo ổ</source>
        <translation>ejected by the system</translation>
    </message>
    <message>
        <source>Chưa rút được</source>
        <translation>Do not pull yet</translation>
    </message>
    <message>
        <source>Dữ liệu đã nằm hết trên USB; chưa rút, tháo ổ trước</source>
        <translation>All data is on the stick; eject it before you pull it</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Ca</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Ghi hồ sơ</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Điều độ</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Xuất USB</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Mở ca</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>Mở ca thiết bị</source>
        <translation>Open a device shift</translation>
    </message>
    <message>
        <source>Kiểm tra một lần trước khi ghi hồ sơ đầu tiên của ca</source>
        <translation>Checked once, before the shift&apos;s first application</translation>
    </message>
    <message>
        <source>Mở {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>Chưa có chỉ huy ca</source>
        <translation>No commander yet</translation>
    </message>
    <message>
        <source>Chọn hoặc gõ họ tên cán bộ chỉ huy.</source>
        <translation>Choose or type the commander&apos;s name.</translation>
    </message>
    <message>
        <source>Còn mục chưa kiểm</source>
        <translation>Checks without an answer</translation>
    </message>
    <message>
        <source>Bấm Space ở từng mục: một lần là đạt, hai lần là chưa đạt.</source>
        <translation>Press Space on each: once is passed, twice is failed.</translation>
    </message>
    <message>
        <source>Biên nhận chậm quá lâu</source>
        <translation>The receipt is very late</translation>
    </message>
    <message>
        <source>Nêu lý do; vẫn mở được ca.</source>
        <translation>Give a reason; the shift can still open.</translation>
    </message>
    <message>
        <source>Mục bắt buộc chưa đạt</source>
        <translation>A required check failed</translation>
    </message>
    <message>
        <source>Phụ trách điểm nêu lý do vẫn mở ca.</source>
        <translation>A supervisor gives the reason to open in spite of it.</translation>
    </message>
    <message>
        <source>Cần phụ trách điểm</source>
        <translation>A supervisor is needed</translation>
    </message>
    <message>
        <source>Phụ trách điểm nhập mật khẩu của mình.</source>
        <translation>The supervisor enters their own password.</translation>
    </message>
    <message>
        <source>Chưa mở được ca</source>
        <translation>The shift couldn&apos;t open</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch cho hôm nay</source>
        <translation>No plan for today</translation>
    </message>
    <message>
        <source>Nhận kế hoạch từ USB của chỉ huy.</source>
        <translation>Receive the plan from the command&apos;s stick.</translation>
    </message>
    <message>
        <source>Hôm nay hết khung giờ</source>
        <translation>Today&apos;s windows are over</translation>
    </message>
    <message>
        <source>Chọn một khung giờ, hoặc chờ ngày mai.</source>
        <translation>Choose a window, or wait for tomorrow.</translation>
    </message>
    <message>
        <source>Chỉ huy đã thu hồi khóa của trạm</source>
        <translation>The command has revoked the station&apos;s key</translation>
    </message>
    <message>
        <source>Gọi Đội 3 - Phòng Tham mưu. Hồ sơ đã ghi vẫn còn.</source>
        <translation>Call Team 3, Staff Division. What was logged is kept.</translation>
    </message>
    <message>
        <source>Không ai được mở ca khi mục này chưa đạt. Giải phóng ổ đĩa, hoặc gọi người phụ trách phần mềm.</source>
        <translation>Nobody may open a shift while this fails. Free the disk, or call whoever looks after the software.</translation>
    </message>
</context>
<context>
    <name>ReceiptRow</name>
    <message>
        <source>Số biên lai</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>số biên lai, để trống nếu chưa có</source>
        <translation>receipt number, empty if there is none</translation>
    </message>
    <message>
        <source>Enter nhận  ·  Esc thôi</source>
        <translation>Enter takes it  ·  Esc leaves</translation>
    </message>
    <message>
        <source>Thu {0} đ, biên lai số</source>
        <translation>{0} VND taken, receipt</translation>
    </message>
</context>
<context>
    <name>ReceivedCard</name>
    <message>
        <source>Các lệnh đã đọc</source>
        <translation>What was received</translation>
    </message>
    <message>
        <source>Nhận lệnh từ {0}</source>
        <translation>Received from {0}</translation>
    </message>
    <message>
        <source>Lệnh trên {0}, chưa nhận</source>
        <translation>Orders on {0}, not taken in yet</translation>
    </message>
    <message>
        <source>Không đọc được USB</source>
        <translation>The stick can&apos;t be read</translation>
    </message>
    <message>
        <source>Không có lệnh mới cho điểm này</source>
        <translation>Nothing new for this point</translation>
    </message>
    <message>
        <source>Chỉ huy đã nhận đến bản ghi {0}</source>
        <translation>The command has it to entry {0}</translation>
    </message>
    <message>
        <source>Chỉ huy còn thiếu: gửi lại từ bản ghi {0}</source>
        <translation>The command has a gap: sent again from entry {0}</translation>
    </message>
    <message>
        <source>Mốc đã nhận không đổi: bản ghi {0}</source>
        <translation>The mark stays: entry {0}</translation>
    </message>
    <message>
        <source>Nhận vào (Ctrl+R) thì chỉ huy đã nhận đến bản ghi {0}</source>
        <translation>Taken in (Ctrl+R), the command has received up to entry {0}</translation>
    </message>
    <message>
        <source>Nhận vào (Ctrl+R) thì phải gửi lại từ bản ghi {0}</source>
        <translation>Taken in (Ctrl+R), entries are sent again from {0}</translation>
    </message>
    <message>
        <source>Nhận vào (Ctrl+R) thì mốc đã nhận không đổi: bản ghi {0}</source>
        <translation>Taken in (Ctrl+R), the mark stays: entry {0}</translation>
    </message>
    <message>
        <source>Biên nhận {0}</source>
        <translation>Receipt {0}</translation>
    </message>
    <message>
        <source>{0}: sẽ bị từ chối</source>
        <translation>{0}: would be refused</translation>
    </message>
    <message>
        <source>Kế hoạch phiên bản {0}</source>
        <translation>Plan, version {0}</translation>
    </message>
    <message>
        <source>Bộ khóa tin cậy phiên bản {0}</source>
        <translation>Trust, version {0}</translation>
    </message>
    <message>
        <source>Biên nhận {0}: đã nhận</source>
        <translation>Receipt {0}: received</translation>
    </message>
    <message>
        <source>Chỉ huy giữ đến bản ghi {0}.</source>
        <translation>The command holds to entry {0}.</translation>
    </message>
    <message>
        <source>{0} biên nhận cũ: không đổi gì</source>
        <translation>Old receipts: {0}, no change</translation>
    </message>
    <message>
        <source>{0}: từ chối</source>
        <translation>{0}: refused</translation>
    </message>
    <message>
        <source>Kế hoạch phiên bản {0}: đã nhận</source>
        <translation>Plan version {0}: received</translation>
    </message>
    <message>
        <source>Bộ khóa tin cậy phiên bản {0}: đã nhận</source>
        <translation>Trust version {0}: received</translation>
    </message>
    <message>
        <source>Giấy đăng ký trạm: đã nhận</source>
        <translation>Enrolment: received</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Hồ sơ gần nhất trong ca</source>
        <translation>The shift&apos;s last applications</translation>
    </message>
    <message>
        <source>{0} hồ sơ gần nhất</source>
        <translation>Last {0}</translation>
    </message>
    <message>
        <source>Hồ sơ gần nhất</source>
        <translation>Last applications</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Báo cáo</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>đang tính</source>
        <translation>counting</translation>
    </message>
    <message>
        <source>Chưa lập được báo cáo</source>
        <translation>No report could be made</translation>
    </message>
    <message>
        <source>Báo cáo sẽ in</source>
        <translation>The report as printed</translation>
    </message>
    <message>
        <source>Ngày {0} · số liệu tính đến {1} {2}</source>
        <translation>{0} · figures as of {1} {2}</translation>
    </message>
    <message>
        <source>Đã lưu {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>Đã gửi đến máy in</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>Không thấy máy in: lưu PDF rồi in ở máy khác</source>
        <translation>No printer: save a PDF and print it elsewhere</translation>
    </message>
    <message>
        <source>Đã lưu</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Ngày trước</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>Ngày sau</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>Theo ngày</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>Sổ ca</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>Loại báo cáo</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Đến bây giờ</source>
        <translation>As of now</translation>
    </message>
    <message>
        <source>Đến 02:00</source>
        <translation>As of 02:00</translation>
    </message>
    <message>
        <source>Thời điểm số liệu</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Trước khi in</source>
        <translation>Before printing</translation>
    </message>
    <message>
        <source>Lưu vào thư mục</source>
        <translation>Save into folder</translation>
    </message>
    <message>
        <source>Lưu {0}</source>
        <translation>Save {0}</translation>
    </message>
    <message>
        <source>In báo cáo</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>{0} / {1} ca đã niêm phong</source>
        <translation>{0} / {1} shifts sealed</translation>
    </message>
    <message>
        <source>Tổng khớp sổ ghi: {0} hồ sơ</source>
        <translation>Totals agree with the journal: {0}</translation>
    </message>
    <message>
        <source>Tổng không khớp sổ ghi: chưa được in</source>
        <translation>Totals differ from the journal: no printing</translation>
    </message>
    <message>
        <source>Số chính thức</source>
        <translation>Final figures</translation>
    </message>
    <message>
        <source>Số tạm: ngày chưa khép lúc 04:00</source>
        <translation>Provisional until 04:00</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Cán bộ thu nhận</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Phụ trách điểm</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Quản trị thiết bị</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Chưa nhận hồ sơ trên thiết bị này</source>
        <translation>This device takes no applications now</translation>
    </message>
    <message>
        <source>Đang tạm dừng – không nhận hồ sơ</source>
        <translation>Paused – no applications</translation>
    </message>
    <message>
        <source>Quét mã vạch hoặc gõ 12 số</source>
        <translation>Scan a code or type 12 digits</translation>
    </message>
    <message>
        <source>sẵn sàng</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>F1–F7 ghi  ·  Esc bỏ</source>
        <translation>F1–F7 log  ·  Esc drop</translation>
    </message>
    <message>
        <source>Bấm 1–{0} để chọn và ghi  ·  Esc bỏ</source>
        <translation>Press 1–{0} to choose and log  ·  Esc drop</translation>
    </message>
    <message>
        <source>Bấm phím để chọn loại hồ sơ  ·  Esc bỏ</source>
        <translation>Press a key for the case type  ·  Esc drop</translation>
    </message>
    <message>
        <source>Esc xóa  ·  quét số khác</source>
        <translation>Esc clear  ·  scan another</translation>
    </message>
    <message>
        <source>Bấm phím kết quả lần nữa  ·  Esc bỏ</source>
        <translation>Press the outcome key again  ·  Esc drop</translation>
    </message>
    <message>
        <source>Enter ghi lại  ·  Esc bỏ</source>
        <translation>Enter try again  ·  Esc drop</translation>
    </message>
    <message>
        <source>quét lại  ·  ← sửa  ·  Esc xóa</source>
        <translation>scan again  ·  ← edit  ·  Esc clear</translation>
    </message>
    <message>
        <source>đang nhận các dòng MRZ  ·  Esc bỏ</source>
        <translation>reading the MRZ lines  ·  Esc drop</translation>
    </message>
</context>
<context>
    <name>ScannedReceipts</name>
    <message>
        <source>Biên nhận {0} đã cũ: không đổi gì</source>
        <translation>Receipt {0} is an old one: nothing changes</translation>
    </message>
    <message>
        <source>Điểm đã có biên nhận mới hơn hoặc đúng biên nhận này.</source>
        <translation>The point has this receipt already, or a newer one.</translation>
    </message>
    <message>
        <source>Biên nhận {0}: chỉ huy đã nhận đến bản ghi {1}</source>
        <translation>Receipt {0}: the command has received up to entry {1}</translation>
    </message>
    <message>
        <source>Chưa nhận biên nhận vừa quét</source>
        <translation>The receipt that was scanned was not taken</translation>
    </message>
</context>
<context>
    <name>ScansAtTheDoor</name>
    <message>
        <source>Chưa đăng nhập nên mã vừa quét không được dùng</source>
        <translation>Nobody is signed in, so the scan was not used</translation>
    </message>
    <message>
        <source>Chưa ghi gì. Đăng nhập rồi quét lại.</source>
        <translation>Nothing was logged. Sign in and scan again.</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>Mã vừa quét không dùng ở màn hình này</source>
        <translation>This screen takes no scans</translation>
    </message>
    <message>
        <source>Chưa ghi gì. Vào Ghi hồ sơ (Alt+2) rồi quét lại.</source>
        <translation>Nothing was logged. Go to Intake (Alt+2) and scan again.</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Người chứng kiến, khác người đang đăng nhập</source>
        <translation>Second person, other than who is signed in</translation>
    </message>
    <message>
        <source>Người chứng kiến</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Mật khẩu người chứng kiến</source>
        <translation>Second person&apos;s password</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Chọn người</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Chưa có phụ trách</source>
        <translation>No supervisor yet</translation>
    </message>
</context>
<context>
    <name>SetUpView</name>
    <message>
        <source>chưa có trạm</source>
        <translation>no station yet</translation>
    </message>
    <message>
        <source>Trạm</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>theo quyết định của chỉ huy</source>
        <translation>as the command decided</translation>
    </message>
    <message>
        <source>Quản trị thiết bị</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Đợt cao điểm</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Mã trạm</source>
        <translation>Station code</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Thiết bị, cách nhau bằng dấu cách</source>
        <translation>Devices, parted by spaces</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Gõ lại mật khẩu</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>Lập trạm</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Lập trạm trên máy này</source>
        <translation>Set up this computer&apos;s station</translation>
    </message>
    <message>
        <source>Bước 1 / 3, làm một lần. Sau đó ghi yêu cầu lên USB và nhận câu trả lời của chỉ huy. Nếu đã lập bằng stationctl, bấm F5.</source>
        <translation>Step 1 / 3, done once. Then the request goes on a stick and the answer comes back. Set up by stationctl? Press F5.</translation>
    </message>
    <message>
        <source>Cắm USB của chỉ huy rồi bấm F5 để lấy đợt cao điểm từ bộ khóa tin cậy, hoặc gõ.</source>
        <translation>Plug in the command&apos;s stick and press F5 to take the campaign from its trust, or type it.</translation>
    </message>
    <message>
        <source>Từ USB {0} · mã khóa gốc {1}: đối chiếu với chỉ huy qua điện thoại</source>
        <translation>From stick {0} · root fingerprint {1}: compare it with the command by phone</translation>
    </message>
    <message>
        <source>DIỄN TẬP · {0}</source>
        <translation>DRILL · {0}</translation>
    </message>
    <message>
        <source>mật khẩu: còn ngắn, cần ít nhất 6 ký tự</source>
        <translation>password: too short, 6 characters at least</translation>
    </message>
    <message>
        <source>mật khẩu: dùng được</source>
        <translation>password: will do</translation>
    </message>
    <message>
        <source>mật khẩu: tốt</source>
        <translation>password: good</translation>
    </message>
    <message>
        <source>Chưa điền: {0}.</source>
        <translation>Missing: {0}.</translation>
    </message>
    <message>
        <source>Hai lần gõ mật khẩu khác nhau. Gõ lại.</source>
        <translation>The two passwords differ. Type them again.</translation>
    </message>
    <message>
        <source>Đang lập trạm…</source>
        <translation>Setting up…</translation>
    </message>
</context>
<context>
    <name>SettingsInUse</name>
    <message>
        <source>Một số cài đặt không đọc được</source>
        <translation>Some settings can&apos;t be read</translation>
    </message>
    <message>
        <source>cả tệp settings.toml</source>
        <translation>all of settings.toml</translation>
    </message>
    <message>
        <source>Dùng giá trị mặc định cho: {0}.</source>
        <translation>Defaults are used for: {0}.</translation>
    </message>
    <message>
        <source>Bản sao lưu chiếm quá chỗ dành sẵn {0}</source>
        <translation>Backups exceed their room by {0}</translation>
    </message>
    <message>
        <source>Chưa xóa bản cũ nào: chỉ huy chưa nhận các bản ghi đó. Xuất USB và nhận biên nhận.</source>
        <translation>No old one was removed: the command has not received those entries. Export to a stick and take in the receipt.</translation>
    </message>
    <message>
        <source>Chưa sao lưu được; ca đã niêm phong và vẫn an toàn</source>
        <translation>Not backed up; the shift is sealed and safe</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Đổi là áp dụng ngay trên máy này</source>
        <translation>Changes apply at once on this computer</translation>
    </message>
    <message>
        <source>Trạm {0}, kỳ {1} · mã khóa {2}
Bộ khóa tin cậy {3} · kế hoạch {4} · {5}</source>
        <translation>Station {0}, epoch {1} · fingerprint {2}
Trust {3} · plan {4} · {5}</translation>
    </message>
    <message>
        <source>Hiển thị</source>
        <translation>View</translation>
    </message>
    <message>
        <source>cho mọi người dùng máy này</source>
        <translation>for all who use this computer</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Theo máy</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Nền</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ngôn ngữ, từ lần mở sau</source>
        <translation>Language, from the next start</translation>
    </message>
    <message>
        <source>Âm thanh</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>Tắt</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Âm lượng</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Nghe thử</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Enter để lưu; định mức theo kế hoạch sau</source>
        <translation>Enter saves; quotas come with the next plan</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>máy quét kiểu bàn phím không cần chọn</source>
        <translation>keyboard scanners need no choice</translation>
    </message>
    <message>
        <source>Cổng máy quét</source>
        <translation>Scanner&apos;s port</translation>
    </message>
    <message>
        <source>Quét thử</source>
        <translation>Test scan</translation>
    </message>
    <message>
        <source>quét hoặc gõ rồi Enter, không lưu gì</source>
        <translation>scan, or type and Enter; nothing is saved</translation>
    </message>
    <message>
        <source>Cổng</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Tự khóa</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>chỉ huy biết giá trị này</source>
        <translation>the command knows this value</translation>
    </message>
    <message>
        <source>Số phút không dùng thì khóa</source>
        <translation>Minutes without use before it locks</translation>
    </message>
    <message>
        <source>Sau số phút</source>
        <translation>After minutes</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>bản mã hóa, sau mỗi ca niêm phong</source>
        <translation>encrypted, after each sealed shift</translation>
    </message>
    <message>
        <source>Thư mục sao lưu</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>đường dẫn, Enter để lưu; trống là tắt</source>
        <translation>path, Enter saves; empty is off</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Thư mục</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Về trạm này</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Tự tìm cổng USB</source>
        <translation>Find the USB port</translation>
    </message>
    <message>
        <source>Không dùng cổng nối tiếp</source>
        <translation>No serial port</translation>
    </message>
    <message>
        <source>{0} (chưa cắm)</source>
        <translation>{0} (unplugged)</translation>
    </message>
    <message>
        <source>Đọc được: {0} · số …{1} · {2}</source>
        <translation>Read: {0} · number …{1} · {2}</translation>
    </message>
    <message>
        <source>Đã có bản {0}.</source>
        <translation>Made {0}.</translation>
    </message>
    <message>
        <source>Chưa chọn thư mục: không sao lưu.</source>
        <translation>No folder chosen: no backups.</translation>
    </message>
    <message>
        <source>Không thấy thư mục này: cắm ổ sao lưu.</source>
        <translation>The folder isn&apos;t there: plug the drive in.</translation>
    </message>
    <message>
        <source>Còn trống {0}.</source>
        <translation>{0} free.</translation>
    </message>
    <message>
        <source>Đã lưu, mở lại chương trình để đổi ngôn ngữ.</source>
        <translation>Saved; start again to change the language.</translation>
    </message>
    <message>
        <source>Đã áp dụng.</source>
        <translation>Applied.</translation>
    </message>
</context>
<context>
    <name>ShiftCloseView</name>
    <message>
        <source>Đóng ca và niêm phong</source>
        <translation>Close and seal</translation>
    </message>
    <message>
        <source>Niêm phong ca</source>
        <translation>Seal shift</translation>
    </message>
    <message>
        <source>Ca tiếp theo</source>
        <translation>Next shift</translation>
    </message>
    <message>
        <source>In phiếu niêm phong</source>
        <translation>Print the seal slip</translation>
    </message>
    <message>
        <source>Quay lại ghi</source>
        <translation>Back to intake</translation>
    </message>
    <message>
        <source>Đã niêm phong {0}</source>
        <translation>Sealed {0}</translation>
    </message>
    <message>
        <source>Niêm phong {0}</source>
        <translation>Seal {0}</translation>
    </message>
    <message>
        <source>Dấu niêm phong đã vào sổ. Chép dấu vào biên bản bàn giao.</source>
        <translation>The head is in the journal. Copy it to the handover record.</translation>
    </message>
    <message>
        <source>Niêm phong khóa {0} lượt ghi của ca. Mở lại cần phụ trách điểm và lý do; dòng cũ không bị xóa.</source>
        <translation>Sealing locks the shift&apos;s {0} entries. Reopening takes a supervisor and a reason; nothing is deleted.</translation>
    </message>
    <message>
        <source>Chưa có bộ đếm</source>
        <translation>No device counter yet</translation>
    </message>
    <message>
        <source>Đọc bộ đếm trên thiết bị rồi gõ vào.</source>
        <translation>Read the device&apos;s counter and type it in.</translation>
    </message>
    <message>
        <source>Chênh lệch chưa có lý do</source>
        <translation>The difference has no reason</translation>
    </message>
    <message>
        <source>Chọn một lý do, phím 1-4.</source>
        <translation>Choose a reason, keys 1-4.</translation>
    </message>
    <message>
        <source>Chưa ghi rõ lý do</source>
        <translation>The reason isn&apos;t stated</translation>
    </message>
    <message>
        <source>Gõ lý do vào ô bên dưới.</source>
        <translation>Type the reason below.</translation>
    </message>
    <message>
        <source>Chưa chọn người nhận</source>
        <translation>No next operator chosen</translation>
    </message>
    <message>
        <source>Chưa có mật khẩu người nhận</source>
        <translation>The next operator&apos;s password is missing</translation>
    </message>
    <message>
        <source>Người nhận nhập mật khẩu của mình.</source>
        <translation>They enter their own password.</translation>
    </message>
    <message>
        <source>Chưa làm được, sổ không đổi</source>
        <translation>Not done, the journal is as before</translation>
    </message>
    <message>
        <source>Phiếu niêm phong</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>khổ 80 mm</source>
        <translation>80 mm paper</translation>
    </message>
    <message>
        <source>Ca đã quá 04:00: đóng ca này rồi mở ca mới</source>
        <translation>The shift is past 04:00: close it, then open a new one</translation>
    </message>
    <message>
        <source>Quá giờ đóng ca {0}</source>
        <translation>{0} past closing time</translation>
    </message>
    <message>
        <source>Kiểm số</source>
        <translation>Check counts</translation>
    </message>
    <message>
        <source>Lý do chênh lệch</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Niêm phong</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>bước: {0}</source>
        <translation>step: {0}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Giờ máy chậm hơn bản ghi cuối</source>
        <translation>The clock is before the last entry</translation>
    </message>
    <message>
        <source>Chỉnh lại giờ; khi mở ca phụ trách điểm xác nhận.</source>
        <translation>Set the clock; a supervisor confirms it at opening.</translation>
    </message>
    <message>
        <source>Chế độ diễn tập</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>Trạm thu nhận</source>
        <translation>Enrolment station</translation>
    </message>
    <message>
        <source>Ghi hồ sơ cấp CCCD gắn chíp tại điểm thu nhận</source>
        <translation>Logs chip-card applications at the point</translation>
    </message>
    <message>
        <source>Điểm thu nhận</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Đồng hồ máy</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>{0} · giờ Việt Nam</source>
        <translation>{0} · Viet Nam time</translation>
    </message>
    <message>
        <source>Ghi vào sổ riêng, có chữ DIỄN TẬP trên mọi màn hình và phiếu, không tính vào số liệu.</source>
        <translation>Writes to a journal of its own, says DRILL on every screen and slip, and never counts.</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>4 số cuối, họ tên, mã phiếu</source>
        <translation>last 4 digits, name or form id</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Người ghi</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mọi tình trạng</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Mọi kết quả</source>
        <translation>Any outcome</translation>
    </message>
    <message>
        <source>Mọi người ghi</source>
        <translation>Anybody</translation>
    </message>
    <message>
        <source>Mọi thiết bị</source>
        <translation>Any device</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Xem lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Đổi mật khẩu, đặt PIN</source>
        <translation>Change password, set PIN</translation>
    </message>
    <message>
        <source>Sai 5 lần thì khóa 10 phút.</source>
        <translation>Five wrong tries lock for 10 minutes.</translation>
    </message>
    <message>
        <source>Chọn cán bộ trực máy</source>
        <translation>Who is at the desk?</translation>
    </message>
    <message>
        <source>Đang mở danh sách…</source>
        <translation>Opening the list…</translation>
    </message>
    <message>
        <source>bước 1 / 3: chỉ huy diễn tập</source>
        <translation>step 1 / 3: drill command</translation>
    </message>
    <message>
        <source>bước 2 / 3: trạm và người dùng</source>
        <translation>step 2 / 3: station and users</translation>
    </message>
    <message>
        <source>bước 3 / 3: đăng ký trạm và kế hoạch</source>
        <translation>step 3 / 3: enrolment and plan</translation>
    </message>
    <message>
        <source>Đang chuẩn bị trạm diễn tập</source>
        <translation>Preparing the drill station</translation>
    </message>
    <message>
        <source>Chưa có người dùng</source>
        <translation>No users yet</translation>
    </message>
    <message>
        <source>Gọi quản trị thiết bị.</source>
        <translation>Call the administrator.</translation>
    </message>
    <message>
        <source>Quản trị thiết bị thêm người bằng lệnh:</source>
        <translation>The administrator adds users with:</translation>
    </message>
    <message>
        <source>Chọn tên bằng phím mũi tên, gõ mật khẩu rồi bấm Enter.</source>
        <translation>Choose a name with the arrow keys, type the password, press Enter.</translation>
    </message>
    <message>
        <source>chưa có trạm</source>
        <translation>no station yet</translation>
    </message>
    <message>
        <source>Máy này chưa có trạm</source>
        <translation>No station on this computer yet</translation>
    </message>
    <message>
        <source>Quản trị thiết bị lập trạm một lần, rồi mở lại màn hình này.</source>
        <translation>The administrator sets it up once, then opens this screen again.</translation>
    </message>
    <message>
        <source>Thư mục {0} còn trống. Lập trạm bằng lệnh:</source>
        <translation>The folder {0} is empty. Set the station up with:</translation>
    </message>
    <message>
        <source>Chưa mở được danh sách</source>
        <translation>The list couldn&apos;t be opened</translation>
    </message>
    <message>
        <source>Người trong danh sách do quản trị thiết bị thêm. Máy tự khóa sau {0} phút không dùng.</source>
        <translation>The administrator adds people to this list. Locks after {0} minutes without use.</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Phiếu niêm phong ca</source>
        <translation>Shift slip</translation>
    </message>
    <message>
        <source>DIỄN TẬP</source>
        <translation>DRILL</translation>
    </message>
    <message>
        <source>Mở ca</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Đóng ca</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Lượt ghi</source>
        <translation>Logged</translation>
    </message>
    <message>
        <source>Đã thu nhận (F1)</source>
        <translation>Accepted (F1)</translation>
    </message>
    <message>
        <source>Bộ đếm thiết bị</source>
        <translation>Device counter</translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Giờ dừng máy</source>
        <translation>Downtime</translation>
    </message>
    <message>
        <source>Dòng sổ</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>có sau khi niêm phong</source>
        <translation>after sealing</translation>
    </message>
    <message>
        <source>Dấu niêm phong</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Người giao</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>{0} phút</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{name}: {logged} lượt, {counted} thu nhận</source>
        <translation>{name}: {logged} logged, {counted} accepted</translation>
    </message>
    <message>
        <source>nối tiếp {0}: {1}</source>
        <translation>follows {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SlipPaper</name>
    <message>
        <source>Phiếu giao gói dữ liệu</source>
        <translation>Bundle handover slip</translation>
    </message>
    <message>
        <source>Gói</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>Phiếu giao USB</source>
        <translation>Handover slip</translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Từ – đến</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>Xuất lúc</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>DIỄN TẬP</source>
        <translation>DRILL</translation>
    </message>
    <message>
        <source>chỉ huy đối chiếu mã này khi nhận gói</source>
        <translation>the command compares this code</translation>
    </message>
    <message>
        <source>Người giao</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Received by</translation>
    </message>
</context>
<context>
    <name>SpeedCards</name>
    <message>
        <source>Trung vị mỗi hồ sơ</source>
        <translation>Median, application</translation>
    </message>
    <message>
        <source>Trung vị thao tác ghi</source>
        <translation>Median, logging</translation>
    </message>
    <message>
        <source>giây</source>
        <translation>s</translation>
    </message>
    <message>
        <source>cần thêm số liệu</source>
        <translation>too few figures</translation>
    </message>
    <message>
        <source>trong mức {0} giây</source>
        <translation>within {0} s</translation>
    </message>
    <message>
        <source>quá mức {0} giây</source>
        <translation>over {0} s</translation>
    </message>
    <message>
        <source>đúng mức {0}</source>
        <translation>as planned, {0}</translation>
    </message>
    <message>
        <source>nhanh hơn {0} so với {1}</source>
        <translation>{0} faster than {1}</translation>
    </message>
    <message>
        <source>chậm hơn {0} so với {1}</source>
        <translation>{0} slower than {1}</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>đừng rút USB</source>
        <translation>don&apos;t unplug</translation>
    </message>
    <message>
        <source>Chép thêm gói {0}</source>
        <translation>Copying bundle {0}</translation>
    </message>
    <message>
        <source>Xuất và kiểm tra</source>
        <translation>Export and verify</translation>
    </message>
    <message>
        <source>Ghi lên {0}</source>
        <translation>Write to {0}</translation>
    </message>
    <message>
        <source>Ghi lên USB</source>
        <translation>Write to the stick</translation>
    </message>
    <message>
        <source>Đẩy hết xuống USB</source>
        <translation>Flush to the stick</translation>
    </message>
    <message>
        <source>Đọc lại từ USB</source>
        <translation>Read back from the stick</translation>
    </message>
    <message>
        <source>Đối chiếu và ghi sổ</source>
        <translation>Compare and record</translation>
    </message>
    <message>
        <source>Chép lên {0}, đọc lại</source>
        <translation>Copy to {0}, read back</translation>
    </message>
    <message>
        <source>chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>dừng ở đây</source>
        <translation>stopped here</translation>
    </message>
    <message>
        <source>đang làm</source>
        <translation>running</translation>
    </message>
    <message>
        <source>{0} giây</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} bản ghi</source>
        <translation>{0} entries</translation>
    </message>
</context>
<context>
    <name>StickContents</name>
    <message>
        <source>{0} gói của điểm, mới nhất {1}</source>
        <translation>{0} bundles of this point, the newest {1}</translation>
    </message>
    <message>
        <source>{0} gói của điểm khác</source>
        <translation>{0} bundles of other points</translation>
    </message>
    <message>
        <source>{0} biên nhận</source>
        <translation>{0} receipts</translation>
    </message>
    <message>
        <source>{0} kế hoạch</source>
        <translation>{0} plans</translation>
    </message>
    <message>
        <source>{0} bộ khóa tin cậy</source>
        <translation>{0} trust packages</translation>
    </message>
    <message>
        <source>chưa nhận: {0}</source>
        <translation>not taken in yet: {0}</translation>
    </message>
    <message>
        <source>chưa có gói hay lệnh mới</source>
        <translation>no bundles, no new orders</translation>
    </message>
    <message>
        <source>{0} mục lạ bỏ qua</source>
        <translation>{0} foreign items ignored</translation>
    </message>
</context>
<context>
    <name>SticksCard</name>
    <message>
        <source>USB đang cắm</source>
        <translation>Sticks</translation>
    </message>
    <message>
        <source>phím 1–9 chọn · F5 tìm lại · Ctrl O thư mục</source>
        <translation>keys 1–9 choose · F5 looks again · Ctrl O folder</translation>
    </message>
    <message>
        <source>Nhãn của USB lạ</source>
        <translation>The strange stick&apos;s label</translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Thư mục thay USB</source>
        <translation>Folder in place of a stick</translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Đang tìm…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Cắm USB đã đăng ký.</source>
        <translation>Plug in a registered stick.</translation>
    </message>
    <message>
        <source>trống {0}</source>
        <translation>{0} free</translation>
    </message>
    <message>
        <source>đã chặn</source>
        <translation>blocked</translation>
    </message>
    <message>
        <source>Thư mục {0}</source>
        <translation>Folder {0}</translation>
    </message>
    <message>
        <source>USB lạ · {0}</source>
        <translation>Strange stick · {0}</translation>
    </message>
    <message>
        <source>chưa đăng ký, không ghi vào đây</source>
        <translation>not registered, nothing is written here</translation>
    </message>
    <message>
        <source>không đọc được, rút ra cắm lại</source>
        <translation>can&apos;t be read, plug it in again</translation>
    </message>
    <message>
        <source>đã có gói này</source>
        <translation>holds this bundle</translation>
    </message>
    <message>
        <source>đã đăng ký</source>
        <translation>registered</translation>
    </message>
    <message>
        <source>thay cho USB</source>
        <translation>in place of a stick</translation>
    </message>
    <message>
        <source>bản chính</source>
        <translation>main copy</translation>
    </message>
    <message>
        <source>bản thứ hai</source>
        <translation>second copy</translation>
    </message>
    <message>
        <source>{0} lệnh mới</source>
        <translation>new: {0}</translation>
    </message>
    <message>
        <source>Nhãn cho {0}</source>
        <translation>Label for {0}</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Sẵn sàng mở ca</source>
        <translation>Ready to open</translation>
    </message>
    <message>
        <source>Chặn mở ca</source>
        <translation>Blocks opening</translation>
    </message>
    <message>
        <source>Nhắc, vẫn mở được</source>
        <translation>Warns only</translation>
    </message>
    <message>
        <source>Chưa kiểm</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Lý do chậm biên nhận</source>
        <translation>Reason for the late receipt</translation>
    </message>
    <message>
        <source>Lý do chậm, ghi vào sổ</source>
        <translation>Reason, goes into the journal</translation>
    </message>
    <message>
        <source>Mở màn hình Xuất USB</source>
        <translation>Go to USB export</translation>
    </message>
    <message>
        <source>mục đạt, {0} mục nhắc, {1} mục chặn</source>
        <translation>passed, {0} warned, {1} blocking</translation>
    </message>
    <message>
        <source>Biên nhận chậm {0} giờ</source>
        <translation>Receipt {0} h late</translation>
    </message>
    <message>
        <source>Chưa có gói nào xuất đi. Vẫn ghi hồ sơ bình thường; xuất USB sớm.</source>
        <translation>No bundle was exported yet. Log as usual; export soon.</translation>
    </message>
    <message>
        <source>Gói {0} chưa có biên nhận của chỉ huy. Vẫn ghi hồ sơ bình thường; xuất lại khi đổi ca.</source>
        <translation>Bundle {0} has no receipt yet. Log as usual; export again at the change of shift.</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Báo cáo ngày</source>
        <translation>Report of the day</translation>
    </message>
    <message>
        <source>Xem lại</source>
        <translation>Look back</translation>
    </message>
    <message>
        <source>Hồ sơ đã ghi</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Đăng ký trạm</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Hồ sơ chờ bổ sung</source>
        <translation>Follow-ups</translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>Cả điểm hôm nay</source>
        <translation>Whole point today</translation>
    </message>
    <message>
        <source>Đã ghi</source>
        <translation>Logged</translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>cả điểm hôm nay · kế hoạch đến giờ {0}</source>
        <translation>whole point today · plan to now {0}</translation>
    </message>
    <message>
        <source>Dự kiến {0}</source>
        <translation>Projection {0}</translation>
    </message>
    <message>
        <source>so định mức {0}</source>
        <translation>quota {0}</translation>
    </message>
    <message>
        <source>khoảng dự kiến {0}</source>
        <translation>expected {0}</translation>
    </message>
    <message>
        <source>{0} / {1} ca</source>
        <translation>{0} / {1} shifts</translation>
    </message>
    <message>
        <source>chưa xuất gói nào</source>
        <translation>no bundle exported</translation>
    </message>
    <message>
        <source>gói {0} lúc {1}</source>
        <translation>bundle {0} at {1}</translation>
    </message>
    <message>
        <source>F1 hôm nay</source>
        <translation>F1 today</translation>
    </message>
    <message>
        <source>chỉ huy giữ lại {0}</source>
        <translation>quarantined {0}</translation>
    </message>
    <message>
        <source>chờ biên nhận</source>
        <translation>no receipt yet</translation>
    </message>
    <message>
        <source>biên nhận của chỉ huy</source>
        <translation>command&apos;s receipt</translation>
    </message>
    <message>
        <source>đúng kế hoạch</source>
        <translation>on plan</translation>
    </message>
    <message>
        <source>sớm {0}</source>
        <translation>{0} ahead</translation>
    </message>
    <message>
        <source>chậm {0}</source>
        <translation>{0} behind</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Sai mật khẩu, còn {0} lần thử. Quên mật khẩu thì gọi quản trị thiết bị.</source>
        <translation>Wrong password, tries left: {0}. Forgotten? Call the administrator.</translation>
    </message>
    <message>
        <source>Sai quá nhiều lần: khóa đến {until}, còn {left}.</source>
        <translation>Too many wrong tries: locked until {until}, {left} left.</translation>
    </message>
    <message>
        <source>Gõ mật khẩu đang dùng, rồi bấm F2.</source>
        <translation>Type the present password, then F2.</translation>
    </message>
    <message>
        <source>Hai lần gõ mật khẩu mới không giống nhau.</source>
        <translation>The two new passwords differ.</translation>
    </message>
    <message>
        <source>Chưa gõ mật khẩu mới.</source>
        <translation>No new password was typed.</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>Chưa đọc được mã vừa quét</source>
        <translation>The scan can&apos;t be read</translation>
    </message>
    <message>
        <source>Chưa ghi được hồ sơ {0}</source>
        <translation>Application {0} couldn&apos;t be logged</translation>
    </message>
    <message>
        <source>chưa ghi gì</source>
        <translation>nothing was logged</translation>
    </message>
</context>
<context>
    <name>TypedFields</name>
    <message>
        <source>Gõ thông tin công dân</source>
        <translation>Type the person&apos;s data</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Giới</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>mã hoặc tên xã</source>
        <translation>code or name</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>nếu có</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>Số thứ tự {0} · Enter sang ô kế tiếp · Ctrl D điện thoại</source>
        <translation>No. {0} · Enter goes to the next field · Ctrl D phone</translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>mật khẩu {0}</source>
        <translation>password {0}</translation>
    </message>
    <message>
        <source>Mật khẩu của {0}</source>
        <translation>{0}&apos;s password</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Caps Lock đang bật</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Đang mở sổ…</source>
        <translation>Opening the journal…</translation>
    </message>
</context>
<context>
    <name>VoidCard</name>
    <message>
        <source>Hủy bản ghi</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Vì sao hủy?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Hủy bản ghi này</source>
        <translation>Void this one</translation>
    </message>
    <message>
        <source>Hồ sơ bị trừ ở đúng ngày, ca, thiết bị và giờ đã ghi; số định danh được ghi lại.</source>
        <translation>It is subtracted on its own day, shift, device and hour; the number is free again.</translation>
    </message>
    <message>
        <source>dòng sổ {0}</source>
        <translation>entry {0}</translation>
    </message>
    <message>
        <source>Không ghi họ tên</source>
        <translation>No name given</translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message>
        <source>Cần bao nhiêu thiết bị</source>
        <translation>How many devices</translation>
    </message>
    <message>
        <source>Giờ mỗi ngày</source>
        <translation>Hours a day</translation>
    </message>
    <message>
        <source>Hồ sơ mỗi giờ</source>
        <translation>Applications an hour</translation>
    </message>
    <message>
        <source>{0} giờ</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0}/giờ</source>
        <translation>{0}/h</translation>
    </message>
    <message>
        <source>{0} thiết bị: dự kiến {1}</source>
        <translation>{0} devices: expected {1}</translation>
    </message>
    <message>
        <source>xong {0}   ·   phím ↑ ↓ thiết bị, ← → giờ, − + nhịp</source>
        <translation>done {0}   ·   ↑ ↓ devices, ← → hours, − + pace</translation>
    </message>
</context>
<context>
    <name>WordStrip</name>
    <message>
        <source>Đã rõ</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Worded</name>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ Nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>{0} phút</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} giờ</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} giờ {1} phút</source>
        <translation>{0} h {1} min</translation>
    </message>
</context>
<context>
    <name>ZeroReport</name>
    <message>
        <source>Không mở ca, báo 0 hồ sơ</source>
        <translation>No shift, zero report</translation>
    </message>
    <message>
        <source>Lý do thiết bị không chạy</source>
        <translation>Why the device doesn&apos;t run</translation>
    </message>
    <message>
        <source>Báo 0 hồ sơ</source>
        <translation>Zero report</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>_Actions</name>
    <message>
        <source>Ghi trùng hồ sơ (F5)</source>
        <translation>Log as duplicate (F5)</translation>
    </message>
    <message>
        <source>Bỏ qua, quét số khác</source>
        <translation>Skip, scan another</translation>
    </message>
    <message>
        <source>Báo phụ trách ca xem lại</source>
        <translation>Ask the supervisor</translation>
    </message>
    <message>
        <source>Ghi {0} · {1}</source>
        <translation>Log {0} · {1}</translation>
    </message>
</context>
<context>
    <name>_Facts</name>
    <message>
        <source>Tệp trên USB</source>
        <translation>File on the stick</translation>
    </message>
    <message>
        <source>Tên tệp</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Mã kiểm (đầu)</source>
        <translation>Digest (start)</translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Người xuất</source>
        <translation>Exported by</translation>
    </message>
</context>
<context>
    <name>_Override</name>
    <message>
        <source>Lý do vẫn mở ca</source>
        <translation>Reason to open anyway</translation>
    </message>
    <message>
        <source>Phụ trách điểm</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Mật khẩu của phụ trách</source>
        <translation>Supervisor&apos;s password</translation>
    </message>
    <message>
        <source>Phụ trách điểm cho mở</source>
        <translation>A supervisor may override</translation>
    </message>
    <message>
        <source>Chưa đạt: {0}.</source>
        <translation>Failed: {0}.</translation>
    </message>
    <message>
        <source>Xác nhận ngày giờ</source>
        <translation>Confirm date and time</translation>
    </message>
    <message>
        <source>Bản ghi cuối lúc {0}. Phụ trách điểm xác nhận giờ máy đúng.</source>
        <translation>The last entry is of {0}. A supervisor confirms that the clock is right.</translation>
    </message>
</context>
<context>
    <name>_OverrideFields</name>
    <message>
        <source>Phụ trách ca</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>mật khẩu</source>
        <translation>password</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>lý do vẫn thu nhận</source>
        <translation>reason to accept</translation>
    </message>
    <message>
        <source>Cho thu nhận</source>
        <translation>Override</translation>
    </message>
</context>
<context>
    <name>_QuotaPart</name>
    <message>
        <source>hồ sơ</source>
        <translation>applications</translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation>Whole day</translation>
    </message>
    <message>
        <source>Cả ngày, {0} ca</source>
        <translation>Whole day, windows: {0}</translation>
    </message>
    <message>
        <source>Riêng {0} ({1} giờ)</source>
        <translation>{0} alone ({1} h)</translation>
    </message>
    <message>
        <source>{0} hồ sơ mỗi giờ · {1} giây mỗi hồ sơ</source>
        <translation>{0} per hour · {1} s each</translation>
    </message>
    <message>
        <source>Hôm nay không có định mức</source>
        <translation>No quota today</translation>
    </message>
</context>
<context>
    <name>_RecentModel</name>
    <message>
        <source>STT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ trong ca</source>
        <translation>No applications in this shift yet</translation>
    </message>
    <message>
        <source>đang ghi</source>
        <translation>saving</translation>
    </message>
    <message>
        <source>chưa ghi</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>chưa gửi</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>đã xuất</source>
        <translation>exported</translation>
    </message>
    <message>
        <source>đã nhận</source>
        <translation>received</translation>
    </message>
    <message>
        <source>đã hoàn tác</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>giấy {0}h</source>
        <translation>paper {0}h</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>_RecordCard</name>
    <message>
        <source>Bản ghi trước</source>
        <translation>The earlier entry</translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Nơi thường trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>STT {0}</source>
        <translation>No. {0}</translation>
    </message>
</context>
<context>
    <name>_Told</name>
    <message>
        <source>F2–F7 hỏi thêm lý do tại dòng này · Ctrl B ghi bù từ giấy</source>
        <translation>F2–F7 ask for a reason in this row · Ctrl B logs from paper</translation>
    </message>
    <message>
        <source>Tờ khai</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Loại hồ sơ</source>
        <translation>Case type</translation>
    </message>
    <message>
        <source>Gõ thêm</source>
        <translation>Type more</translation>
    </message>
    <message>
        <source>Đã khôi phục hồ sơ đang làm dở, chưa ghi</source>
        <translation>Brought back what was open; not logged yet</translation>
    </message>
    <message>
        <source>Đã hoàn tác STT {0}</source>
        <translation>No. {0} undone</translation>
    </message>
    <message>
        <source>{0}: bấm {1} lần nữa nếu vẫn ghi</source>
        <translation>{0}: press {1} again to log it all the same</translation>
    </message>
    <message>
        <source>Số {0} chưa ghi, đã bỏ: quét lại nếu cần</source>
        <translation>{0} was dropped, not logged: scan again if needed</translation>
    </message>
    <message>
        <source>Tờ khai {0}: cho hồ sơ kế tiếp</source>
        <translation>Form {0}: for the next one</translation>
    </message>
    <message>
        <source>Tờ khai {0}</source>
        <translation>Form {0}</translation>
    </message>
    <message>
        <source>Quét hoặc gõ số trước, rồi bấm phím kết quả</source>
        <translation>First scan or type a number, then press an outcome key</translation>
    </message>
    <message>
        <source>Đã ghi STT {0}</source>
        <translation>No. {0} logged</translation>
    </message>
    <message>
        <source>Đã ghi</source>
        <translation>Logged</translation>
    </message>
    <message>
        <source>{0} giây</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} hồ sơ chưa ghi được ({1}, ở {2})</source>
        <translation>not saved: {0} ({1}, on {2})</translation>
    </message>
    <message>
        <source>{0} hồ sơ chưa ghi được ({1}): hiện lại khi xong hồ sơ này</source>
        <translation>not saved: {0} ({1}): back after this one</translation>
    </message>
    <message>
        <source>Tờ khai {0} đang dùng cho hồ sơ {1} chưa ghi xong</source>
        <translation>Form {0} is in use for {1}, not yet logged</translation>
    </message>
    <message>
        <source>Tờ khai {0} đã dùng: STT {1}, {2}, {3}, {4}</source>
        <translation>Form {0} was used: place {1}, {2}, {3}, {4}</translation>
    </message>
</context>
</TS>
