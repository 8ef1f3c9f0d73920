"""`make guide`: takes anew the pictures that the user guide and the README show.

They lie under version control beside the documents that name them, small: in as many colours as a palette has.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from bench.screenshots.scene import seed
from bench.screenshots.states import take_pictures
from bench.screenshots.studio import LOOKS, Studio, application, studio

ROOT = Path(__file__).parents[2]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs/huong-dan").glob("*.md")))
PICTURES = ROOT / "docs/pictures"
COLOURS = 256


def pictures_named() -> set[str]:
    """The states whose pictures the documents show."""
    return {name for document in DOCUMENTS for name in re.findall(r"pictures/(\w+)\.png", document.read_text("utf-8"))}


class GuideStudio(Studio):
    """Takes only the pictures that are named."""

    def grab(self, name: str) -> None:
        if name in pictures_named():
            self.rest()
            path = PICTURES / f"{name}.png"
            if not in_few_colours(self.desktop.frame.grab().toImage()).save(str(path)):
                raise OSError(f"{path.name} can't be written")


def in_few_colours(image: QImage) -> QImage:
    """The most frequent colours, and for the edges of letters the nearest of them."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    frequent = Counter(memoryview(plain.constBits()).cast("I")).most_common(COLOURS)
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, [colour for colour, _ in frequent], Qt.ImageConversionFlag.ThresholdDither
    )


def main() -> None:
    running = application()
    with tempfile.TemporaryDirectory() as name:
        scene = seed(Path(name))
        with studio(running, scene.home, PICTURES, LOOKS[0], GuideStudio) as at:
            take_pictures(at, scene)


if __name__ == "__main__":
    main()
