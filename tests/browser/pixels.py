"""What a person sees of a page: its pixels, and how far two colours are from each other."""

import io
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from playwright.sync_api import Page

# A mark must stand out from its ground as WCAG 1.4.11 asks.
CLEAR = 3.0
Picture = npt.NDArray[np.uint8]
Light = npt.NDArray[np.float32]

_step = np.arange(256) / 255
_LINEAR = np.where(_step <= 0.04045, _step / 12.92, ((_step + 0.055) / 1.055) ** 2.4).astype(np.float32)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def seen(page: Page, **options: Any) -> Picture:
    """The page as it is painted now: red, green and blue of each pixel."""
    image = Image.open(io.BytesIO(page.screenshot(animations="disabled", **options)))
    return np.asarray(image.convert("RGB"))


def cut(picture: Picture, box: dict[str, float] | None = None, around: int = 0) -> Light:
    """The pixels of a box in CSS pixels and so many on every side: relative luminance, from 0 (black) to 1 (white)."""
    if box:
        left, top = max(round(box["x"]) - around, 0), max(round(box["y"]) - around, 0)
        right, bottom = round(box["x"] + box["width"]) + around, round(box["y"] + box["height"]) + around
        picture = picture[top:bottom, left:right]
    light: Light = _LINEAR[picture] @ _WEIGHTS
    return light


def contrast(light: Light) -> float:
    """Between the lightest and the darkest pixel, as WCAG reckons it."""
    return float((light.max() + 0.05) / (light.min() + 0.05)) if light.size else 1.0


def differ(before: Light, after: Light) -> int:
    """How many pixels changed so much that the change is clear."""
    high, low = np.maximum(before, after), np.minimum(before, after)
    return int(((high + 0.05) / (low + 0.05) >= CLEAR).sum())
