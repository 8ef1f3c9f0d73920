"""Cards scanned while Telex or VNI is on: what is certainly spoiled is refused, what looks so warns, and no number or
date is ever taken for another one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campaign.input_method import is_spoiled
from tests.campaign.cards import NUMBER, OTHER_NUMBER, OTHER_QR, code_of, mrz, mrz_lines, qr, read
from tests.campaign.input_methods import Method, telex, telex_keys, vni, vni_keys

GIVEN_NAMES = (
    "An Bình Châu Duyên Đặng Đỗ Đức Giang Hà Hải Hòa Hữu Khánh Kiều Lã Lê Lý Mỹ Ngô Nguyễn Phạm Phượng Quý Tạ Trần Tú"
    " Uyên Vũ Yến Thị Văn Sơn Xuân Rin Dương Trưởng Hoàng Thuận Nghĩa Quyền Giáp Oanh Huệ Ngọc Lương Bưởi Ước Ỷ"
)
ADDRESSES = (
    "Tổ 5, Vĩnh Niệm, Lê Chân, Hải Phòng",
    "Số 12A1, ngõ 3B/5, Đằng Giang, Ngô Quyền",
    "P4 C9 Đường 208, An Đồng, An Dương",
    "",
)
names = st.lists(st.sampled_from(GIVEN_NAMES.split()), min_size=2, max_size=5).map(" ".join)
cards = st.builds(
    qr,
    number=st.sampled_from([NUMBER, OTHER_NUMBER, "031304001234"]),
    old=st.sampled_from(["031824175", ""]),
    name=st.one_of(names, names.map(str.upper)),
    born=st.sampled_from(["15061995", "30041990", "01011955"]),
    sex=st.sampled_from(["Nam", "Nữ"]),
    address=st.sampled_from(ADDRESSES),
    issued=st.sampled_from(["02042021", ""]),
    tail=st.sampled_from(["", "|", "||", "|Nguyễn Văn Hùng|Lê Thị Hoa|", "|||||"]),
)
methods = st.sampled_from([telex, vni])
HELD = ("number", "old_number", "birth_date", "sex", "issue_date")


# The helpers first: they write as people are taught


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("Nguyeexn", "Nguyễn"),
        ("Nguyeenx", "Nguyễn"),
        ("Phamj", "Phạm"),
        ("DDuwcs", "Đức"),
        ("Phuowng", "Phương"),
        ("Hoaf Bas", "Hòa Bá"),
        ("Quys", "Quý"),
        ("ass", "as"),
        ("aaa", "aa"),
        ("xs", "xs"),
        ("IDVNM1950", "IDVNM1950"),
    ],
)
def test_telex_writes_so(keys: str, written: str) -> None:
    assert telex(keys) == written


@pytest.mark.parametrize(
    ("keys", "written"),
    [("Nguye6n4", "Nguyễn"), ("D9u7c1", "Đức"), ("IDVNM1950", "ỊĐVNM0"), ("12A1", "12Á"), ("3B/5", "3B/5")],
)
def test_vni_writes_so(keys: str, written: str) -> None:
    assert vni(keys) == written


@given(names)
def test_what_is_spelled_for_a_method_is_written_by_it(name: str) -> None:
    assert telex(telex_keys(name)) == name
    assert vni(vni_keys(name)) == name


# Then what the rules make of it


@given(names.filter(lambda name: not name.isascii()), st.sampled_from([telex_keys, vni_keys]))
def test_a_name_that_a_scanner_spells_while_the_method_is_off_is_suspected(name: str, spell: Method) -> None:
    scanned = read(qr(name=spell(name)))
    assert "name_suspect_ime" in scanned.warnings
    assert is_spoiled(qr(name=spell(name)))


@given(cards, methods)
def test_a_method_changes_nothing_that_is_kept_of_a_card(card: str, method: Method) -> None:
    """True names have no letters where a method looks for its own: only addresses change, which aren't kept."""
    assert read(method(card)).holder == read(card).holder
    assert read(method(card)).warnings == read(card).warnings


@given(cards, methods, st.lists(st.booleans(), min_size=40, max_size=40))
def test_separators_that_were_swallowed_never_make_another_person(card: str, method: Method, kept: list[bool]) -> None:
    first, *others = card.split("|")
    swallowed = first + "".join("|" * keep + part for part, keep in zip(others, kept, strict=False))
    for spoiled in (swallowed, method(swallowed)):
        if code_of(spoiled):
            continue
        was, now = read(card).holder, read(spoiled).holder
        assert (now.number, now.birth_date, now.name) == (was.number, was.birth_date, was.name)
        assert now.sex in (was.sex, None)


@given(cards, methods)
def test_a_card_whose_separators_are_all_gone_is_refused_and_known_for_what_it_is(card: str, method: Method) -> None:
    assert code_of(method(card.replace("|", ""))) in {"unknown_format", "multiple_scans"}
    assert is_spoiled(method(card.replace("|", "")))


@pytest.mark.parametrize("number", [NUMBER, "031090123456", "031304001234"])
@pytest.mark.parametrize("method", [telex, vni])
def test_an_mrz_is_read_as_it_is_or_refused(method: Method, number: str) -> None:
    scanned = mrz(number)
    spoiled = method(scanned)
    if spoiled == scanned:
        assert not is_spoiled(spoiled)
        return
    assert code_of(spoiled) in {"mrz_layout", "unknown_format"}
    assert is_spoiled(spoiled)


@given(st.one_of(cards, st.just(OTHER_QR), st.just(mrz()), st.sampled_from(mrz_lines())), st.sampled_from(["", "\r\n"]))
@example(NUMBER, "")
@example("031 195 004 417", "\r")
@example("031824175", "")
@example(f"{NUMBER}\r{OTHER_NUMBER}", "")
@example("8934563138164", "")  # something from a shop
@example("TK-2021-000123", "")
@example("", "")
def test_what_comes_as_it_was_sent_is_not_taken_for_spoiled(scanned: str, end: str) -> None:
    assert not is_spoiled(scanned + end)


@pytest.mark.parametrize(
    "text",
    [
        "031195004417||Nguyễn Thị Lan|1506199ớ|Nữ|Lê Chân|02042021",
        "o31195004417||Nguyễn Thị Lan|15061995|Nữ|Lê Chân|02042021",
        "031195004417|031824175|Nguyễn Thị Lan|15061995Nữ|Lê Chân|02042021",
        "ÍDVNM950044171031195004417<<1",
        "031195004417Nguyen Thi Lan15061995Nam",
        "031195004ầ17",
        "nguyen<<thi<lan",
    ],
)
def test_what_is_spoiled_is_known(text: str) -> None:
    assert is_spoiled(text)


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert is_spoiled(text) in (True, False)
