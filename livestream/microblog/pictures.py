"""Pictures of posts: proved to be such, stripped of what they carry, small, watermarked; and a card drawn as one.

Where no Chinese font is installed the marks are drawn in Latin letters with Pillow's own font; the staff page and a system
check say so.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont, ImageOps, UnidentifiedImageError

from liwan_court.fonts import chinese_font

LONGEST_SIDE: Final = 1600
LARGEST_UPLOAD: Final = 20 * 1024 * 1024
LARGEST: Final = 5 * 1024 * 1024 - 1
MOST_PIXELS: Final = 60_000_000
TOO_MANY: Final = "图片像素过多：请缩小到6000万像素以下再上传"
FORMATS: Final = ("JPEG", "PNG", "GIF")
NO_FONT: Final = "服务器没有安装中文字体：水印和场次卡片只用拉丁字母。请安装 fonts-noto-cjk"
PUBLIC_FOLDER: Final = "posts/"
"""Where public pictures lie, below the folder of public files."""
VALUE_SIZE: Final = 46
CARD_HEAD, CARD_FOOT = 140, 605
"""Between the title and where the watermark will lie."""
PAPER, INK, COURT, SEAL = "#fbfaf6", "#1d2430", "#1f3f66", "#a32a22"


class PictureRefused(Exception):  # noqa: N818  (a refusal, said to a person)
    """The file cannot be published as a picture; the message says why in Chinese."""


def new_public_name() -> str:
    """A name nobody can guess, for a picture that becomes public."""
    return f"{PUBLIC_FOLDER}{secrets.token_hex(16)}.jpg"


def public_name(path: str) -> str:
    """The random part of a public name."""
    return path.removeprefix(PUBLIC_FOLDER).removesuffix(".jpg")


def prepare(data: bytes, marks: Sequence[str], latin: Sequence[str], font: str | None = None) -> bytes:
    """The picture as it may be published: JPEG, at most 1600 px, without EXIF or profile, watermarked. Raises PictureRefused."""
    image = _opened(data)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", image.size, "white")
    bare.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    _watermark(bare, marks, latin, chinese_font() if font is None else font)
    return _packed(bare)


def card(
    lines: Iterable[tuple[str, str]], title: str, latin: Sequence[str], font: str | None = None
) -> bytes:
    """A session's data as a picture: a title and labelled lines. Latin lines alone where there is no Chinese font."""
    face = chinese_font() if font is None else font
    image = Image.new("RGB", (1200, 675), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 1200, 118), fill=COURT)
    pen.rectangle((0, 118, 1200, 124), fill=SEAL)
    if not face:
        pen.text((60, 38), latin[0], fill="white", font=_font("", 36))
        for row, line in enumerate(latin[1:]):
            pen.text((60, 180 + row * 70), line, fill=INK, font=_font("", 36))
        return _packed(image)
    pen.text((60, 59), title, fill="white", font=_font(face, 48), anchor="lm")
    told = list(lines)
    step = min(86, (CARD_FOOT - CARD_HEAD) // max(1, len(told)))
    for row, (label, value) in enumerate(told):
        y = CARD_HEAD + step * row + step // 2
        pen.text((60, y), label, fill=COURT, font=_font(face, 36), anchor="lm")
        pen.text((230, y), _fitting(pen, value, face), fill=INK, font=_font(face, VALUE_SIZE), anchor="lm")
    return _packed(image)


def _opened(data: bytes) -> Image.Image:
    if len(data) > LARGEST_UPLOAD:
        raise PictureRefused("图片超过20MB：请缩小后再上传")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as seen:
            too_many = seen.width * seen.height > MOST_PIXELS
            if not too_many:
                seen.verify()
        if too_many:
            raise PictureRefused(TOO_MANY)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            upright = ImageOps.exif_transpose(image) or image
            return upright.convert("RGBA" if _is_transparent(upright) else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(TOO_MANY) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureRefused("这个文件不是完整的 JPEG、PNG 或 GIF 图片：请换一张再上传") from error


def _is_transparent(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _font(face: str, size: int) -> Any:
    return ImageFont.truetype(face, size) if face else ImageFont.load_default(size)


def _watermark(image: Image.Image, marks: Sequence[str], latin: Sequence[str], face: str) -> None:
    """Court and case number at the foot, on a dark band so that it can be read on any picture."""
    text = "  ".join(marks if face else latin)
    pen = ImageDraw.Draw(image, "RGBA")
    size = max(12, min(32, image.width // 32))
    width = pen.textlength(text, font=_font(face, size))
    if width > image.width - 2 * size:
        size = max(8, int(size * (image.width - size) / width))
    band = size * 2
    pen.rectangle((0, image.height - band, image.width, image.height), fill=(16, 24, 40, 170))
    pen.text(
        (size, image.height - band / 2), text, fill=(255, 255, 255, 235), font=_font(face, size), anchor="lm"
    )


def _fitting(pen: ImageDraw.ImageDraw, text: str, face: str) -> str:
    font = _font(face, VALUE_SIZE)
    while len(text) > 2 and pen.textlength(text, font=font) > 910:
        text = f"{text.removesuffix('…')[:-1]}…"
    return text


def _packed(image: Image.Image) -> bytes:
    """A JPEG under 5 MB, without any metadata."""
    for quality in (88, 75, 60, 40):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= LARGEST:
            break
    return out.getvalue()
