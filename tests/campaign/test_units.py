"""Districts and communes of Hải Phòng in spring 2021."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from campaign.units import Units
from tests.campaign.cards import DATA

UNITS = msgspec.json.decode((DATA / "hai_phong_units.json").read_bytes(), type=Units)


def test_all_units_are_there() -> None:
    assert Counter(commune.kind for commune in UNITS.communes) == {"ward": 66, "township": 10, "commune": 141}
    assert Counter(district.kind for district in UNITS.districts) == {"district_urban": 7, "district_rural": 8}
    assert len(UNITS.lowest) == 218
    for district in UNITS.districts:
        assert len(UNITS.communes_of(district.code)) == district.commune_count


def test_lookups_by_code() -> None:
    commune = UNITS.commune("11353")
    assert commune is not None
    assert commune.name_with_kind == "Phường Cầu Đất"
    assert UNITS.commune("318") is None
    district = UNITS.district("11353")
    assert district is not None
    assert district is UNITS.district("304")
    assert district.name == "Ngô Quyền"
    assert UNITS.district("99999") is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Tổ 5, Vĩnh Niệm, Lê Chân, Hải Phòng", "Phường Vĩnh Niệm"),
        ("Số 1, Phường Vĩnh Niệm, Quận Lê Chân, Thành phố Hải Phòng", "Phường Vĩnh Niệm"),
        ("VĨNH NIỆM, LÊ CHÂN, HẢI PHÒNG", "Phường Vĩnh Niệm"),
        ("An Hoà, An Dương, Hải Phòng", "Xã An Hoà"),
        ("An Hòa, Vĩnh Bảo, Hải Phòng", "Xã An Hoà"),
        ("Minh Đức, Thủy Nguyên, Hải Phòng", "Thị trấn Minh Đức"),
        ("Khu 1, Bạch Long Vĩ, Hải Phòng", "Huyện Bạch Long Vĩ"),
        ("Bạch Long Vĩ, Hải Phòng", "Huyện Bạch Long Vĩ"),
    ],
)
def test_an_address_proposes_its_commune(address: str, name: str) -> None:
    found = UNITS.in_address(address)
    assert found is not None
    assert found.name_with_kind == name


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Hải Phòng",
        "Lê Chân, Hải Phòng",
        "Vĩnh Niệm, Lê Chân, Hà Nội",
        "Vĩnh Niêm, Lê Chân, Hải Phòng",
        "Vĩnh Niệm, Ngô Quyền, Hải Phòng",
        "Vĩnh Niệm Lê Chân Hải Phòng",
    ],
)
def test_another_address_proposes_none(address: str) -> None:
    assert UNITS.in_address(address) is None


def test_an_address_that_fits_two_communes_proposes_none() -> None:
    ward = UNITS.commune("11407")
    assert ward is not None
    namesake = msgspec.structs.replace(ward, code="99999", name_with_kind=f"Xã {ward.name}")
    units = msgspec.structs.replace(UNITS, communes=(*UNITS.communes, namesake))
    district = UNITS.district("11407")
    assert district is not None
    assert units.in_address(f"{ward.name}, {district.name}, Hải Phòng") is None
    assert units.in_address(f"{ward.name_with_kind}, {district.name}, Hải Phòng") is ward


def test_every_commune_is_found_by_its_own_names() -> None:
    for commune in UNITS.communes:
        district = UNITS.district(commune.code)
        assert district is not None
        assert UNITS.in_address(f"Tổ 1, {commune.name_with_kind}, {district.name}, Hải Phòng") is commune


def test_a_commune_is_a_lowest_unit_and_so_is_a_district_without_communes() -> None:
    assert UNITS.is_lowest("11404")
    assert UNITS.is_lowest("318")
    assert not UNITS.is_lowest("305")
    assert not UNITS.is_lowest("99999")
