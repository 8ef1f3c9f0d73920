"""Papers and slips become files that say what they were given, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paper.files import as_file
from paper.html import as_html
from paper.slip import Slip, slip_html
from paper.table import Cell, Column, Kind, Paper, Table
from paper.written import written

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = (Column("name", "Tên"), Column("count", "Số", "count"), Column("difference", "Lệch", "signed"))


def a_paper(*rows: tuple[Cell, ...], mark: str = "") -> Paper:
    return Paper("Báo cáo", ("dòng 1",), (Table("Bảng", COLUMNS, rows, ("Tổng", 3, -9)),), ("ghi chú",), mark)


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (1_681_200, "count", "1.681.200"),
        (-9, "signed", "−9"),
        (24, "signed", "+24"),
        (0, "signed", "0"),
        (0.512, "share", "51,2%"),
        (23.25, "rate", "23,3"),
        (-1192.5, "rate", "−1.192,5"),
        (None, "count", ""),
        ("TB-1", "text", "TB-1"),
    ],
)
def test_numbers_are_written_as_on_the_screens(cell: Cell, kind: Kind, text: str) -> None:
    assert written(cell, kind) == text


texts = st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=40)


@given(texts, st.integers(-(10**9), 10**9))
def test_csv_gives_back_what_it_was_given_and_no_formula(text: str, number: int) -> None:
    content = as_file(a_paper((text, number, None)), "csv").decode("utf-8-sig")
    head, row, total = list(csv.reader(io.StringIO(content)))
    assert head == ["Tên", "Số", "Lệch"]
    assert row[0].removeprefix("'") == text.removeprefix("'")
    assert not row[0].startswith(("=", "+", "-", "@"))
    assert row[1:] == [str(number), ""]
    assert total == ["Tổng", "3", "-9"]


@given(texts)
def test_a_workbook_never_holds_a_formula(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(as_file(a_paper((text, 1, 2)), "xlsx"))) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{SPACE}f"))


def test_json_has_stable_names() -> None:
    told = json.loads(as_file(a_paper(("a", 1, 2), mark="SỐ TẠM"), "json"))
    assert told["mark"] == "SỐ TẠM"
    assert told["tables"] == [
        {
            "title": "Bảng",
            "rows": [{"name": "a", "count": 1, "difference": 2}],
            "total": {"name": "Tổng", "count": 3, "difference": -9},
        }
    ]


def test_a_long_table_goes_over_pages(qtbot: object) -> None:
    content = as_file(a_paper(*[("hàng", 1, 2)] * 200, mark="DIỄN TẬP"), "pdf")
    assert content.count(b"/Type /Page\n") > 3


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="a cell for each column"):
        a_paper(("a", 1))


@given(texts)
def test_rich_text_takes_no_tags_from_outside(text: str) -> None:
    hostile = f"<b>{text}</b><img src='x'>"
    assert "<img src=" not in as_html(a_paper((hostile, 1, 2)))
    slip = Slip((hostile, hostile), ((hostile, hostile),), hostile, hostile, "", (hostile,))
    assert "<img src=" not in slip_html(slip, 100)


@pytest.mark.parametrize("width", [58, 80])
def test_a_slip_is_one_page_as_wide_as_the_roll(qtbot: object, width: int) -> None:
    from paper.qt_pages import slip_as_pdf

    slip = Slip(
        ("Phiếu", "HP-LC-07"), (("Lượt ghi", "213"),) * 9, "Dấu", "7F3A 91C0 2B", "SEAL/1 7F3A", ("Giao", "Nhận")
    )
    content = slip_as_pdf(slip, "Inter", width)
    assert content.count(b"/Type /Page\n") == 1
    points = float(content.split(b"/MediaBox [0 0 ")[1].split()[0])
    assert abs(points - width * 72 / 25.4) < 2
