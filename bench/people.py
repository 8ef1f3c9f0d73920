"""Fictional people of Hải Phòng and what they hand over the desk, by the mix of documents of the simulated days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from campaign.units import Commune, Units

Document = Literal["cmnd9_typed", "barcode_number_only", "qr_chip_card", "mrz"]

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đỗ",
    "Bùi",
    "Đặng",
    "Ngô",
    "Dương",
    "Đinh",
    "Đào",
    "Lương",
    "Trịnh",
    "Phan",
    "Mai",
    "Đoàn",
    "Tô",
    "Hà",
]
FAMILY_WEIGHTS = (33, 12, 10, 9, 5, 6, 4, 4, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 0.5, 0.5)
MIDDLE = {
    "male": ["Văn", "Đức", "Hữu", "Quang", "Minh", "Xuân", "Ngọc", "Công", "Thanh", "Đình"],
    "female": ["Thị", "Thu", "Ngọc", "Thanh", "Kim", "Bích", "Minh", "Hồng", "Thị", "Mai", "Thị", "Phương"],
}
GIVEN = {
    "male": [
        "Hùng",
        "Dũng",
        "Cường",
        "Tuấn",
        "Nam",
        "Hải",
        "Long",
        "Thắng",
        "Sơn",
        "Quân",
        "Huy",
        "Phúc",
        "Đạt",
        "Khải",
        "Lộc",
        "Tài",
        "Bảo",
        "Phước",
        "Toàn",
        "Vinh",
    ],
    "female": [
        "Hoa",
        "Lan",
        "Hương",
        "Huyền",
        "Thảo",
        "Trang",
        "Linh",
        "Hạnh",
        "Yến",
        "Nhung",
        "Oanh",
        "Thoa",
        "Lụa",
        "Hiền",
        "Diệp",
        "An",
        "Mai",
        "Vân",
        "Quỳnh",
        "Ngân",
    ],
}
OLDEST, YOUNGEST = 92, 14
"""Years; everybody from 14 on gets a card (Law on citizen identification 2014, article 19)."""
_PLAIN = str.maketrans(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ",
    "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd",
)


@dataclass(frozen=True, slots=True)
class Citizen:
    """``number`` is the personal number, ``old_number`` a nine-digit CMND or ""."""

    number: str
    old_number: str
    name: str
    birth_date: date
    sex: Literal["male", "female"]
    commune: Commune


class Population:
    """Draws people who are never drawn twice."""

    def __init__(self, units: Units, random: Random, today: date) -> None:
        self._communes: Sequence[Commune] = units.communes
        self._random = random
        self._today = today
        self._numbers: set[str] = set()

    def citizen(self) -> Citizen:
        """One more person, mostly registered in Hải Phòng."""
        random = self._random
        sex: Literal["male", "female"] = random.choice(("male", "female"))
        age = int(random.triangular(YOUNGEST, OLDEST, 36))
        born = self._today - timedelta(days=round((age + random.random()) * 365.25))
        place = "031" if random.random() < 0.86 else random.choice(("030", "034", "033", "038", "001", "022"))
        century = (0 if born.year < 2000 else 2) + (sex == "female")
        return Citizen(
            number=self._unused(f"{place}{century}{born.year % 100:02d}", 6),
            old_number=self._unused(random.choice(("03", "14", "16")), 7),
            name=self._name(sex),
            birth_date=born,
            sex=sex,
            commune=random.choice(self._communes),
        )

    def _unused(self, stem: str, digits: int) -> str:
        while True:
            number = stem + "".join(self._random.choices("0123456789", k=digits))
            if number not in self._numbers:
                self._numbers.add(number)
                return number

    def _name(self, sex: str) -> str:
        random = self._random
        middle = random.sample(sorted(set(MIDDLE[sex])), k=1 if random.random() < 0.75 else 2)
        return " ".join([*random.choices(FAMILY, FAMILY_WEIGHTS), *middle, random.choice(GIVEN[sex])])


def line_of(citizen: Citizen, document: Document, random: Random) -> dict[str, object]:
    """What the desk gets of a citizen, as a line of `stationctl log`."""
    match document:
        case "barcode_number_only":
            return {"scan": citizen.number, "commune": citizen.commune.code}
        case "qr_chip_card":
            return {"scan": qr_text(citizen), "commune": citizen.commune.code}
        case "mrz":
            return {"scan": mrz_text(citizen)}
        case "cmnd9_typed":
            born = citizen.birth_date
            # Old papers hold no more than a year, now and then.
            written = f"{born.year}" if random.random() < 0.08 else born.isoformat()
            return {
                "number": citizen.old_number,
                "name": citizen.name,
                "birth_date": written,
                "sex": citizen.sex,
                "commune": citizen.commune.code,
            }


def qr_text(citizen: Citizen) -> str:
    """The QR text of a chip card, seven fields."""
    issued = date(2021, 2, 1)
    return "|".join(
        (
            citizen.number,
            citizen.old_number,
            citizen.name,
            f"{citizen.birth_date:%d%m%Y}",
            "Nam" if citizen.sex == "male" else "Nữ",
            f"{citizen.commune.name_with_kind}, Hải Phòng",
            f"{issued:%d%m%Y}",
        )
    )


def mrz_text(citizen: Citizen) -> str:
    """Three lines of 30 by ICAO 9303, part 5."""
    document, born, until = citizen.number[-9:], f"{citizen.birth_date:%y%m%d}", "360201"
    number = f"{citizen.number}<<"
    first = f"IDVNM{document}{_check(document)}{number}{_check(number)}"
    second = f"{born}{_check(born)}{'M' if citizen.sex == 'male' else 'F'}{until}{_check(until)}VNM{'<' * 11}"
    second += _check(first[5:30] + second[:7] + second[8:15] + second[18:29])
    family, *others = citizen.name.lower().translate(_PLAIN).upper().split()
    third = f"{family}<<{'<'.join(others)}"[:30].ljust(30, "<")
    return f"{first}\n{second}\n{third}"


def _check(text: str) -> str:
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".find(c) if c != "<" else 0 for c in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)
