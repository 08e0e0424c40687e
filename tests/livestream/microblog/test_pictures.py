"""Pictures: only real ones, small, without what they carry, watermarked; a card is drawn (R44)."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from livestream.microblog import pictures
from livestream.microblog.pictures import LARGEST, LONGEST_SIDE, PictureRefused, card, prepare
from tests.livestream.microblog.newsroom import photo

MARKS, LATIN = (
    ("广州市荔湾区人民法院", "（2025）粤0103民初1号"),
    ("Liwan District People's Court", "20260113"),
)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_photo_is_resized_and_loses_everything_it_carried() -> None:
    source = photo((2400, 1200))
    assert b"SecretCamera" in source
    data = prepare(source, MARKS, LATIN)
    image = opened(data)
    assert (image.format, image.size) == ("JPEG", (LONGEST_SIDE, 800))
    assert b"SecretCamera" not in data
    assert not image.getexif()
    assert "exif" not in image.info
    assert "icc_profile" not in image.info
    assert len(data) <= LARGEST


@pytest.mark.parametrize("font", [None, ""])
def test_the_mark_stands_at_the_foot_and_leaves_the_rest_alone(font: str | None) -> None:
    image = opened(prepare(photo((1000, 600)), MARKS, LATIN, font))
    plain = Image.new("RGB", (1000, 600), "#8899aa")
    changed = ImageChops.difference(image, plain).convert("L").point(lambda value: 255 if value > 24 else 0)
    box = changed.getbbox()
    assert box is not None
    assert box[1] > 500


def test_a_photo_is_turned_as_the_camera_said() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (400, 200), "white").save(out, "JPEG", exif=exif)
    assert opened(prepare(out.getvalue(), MARKS, LATIN)).size == (200, 400)


def test_transparent_pictures_come_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(prepare(out.getvalue(), MARKS, LATIN)).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4",
        photo()[:400],
        b"\xff\xd8\xff" + b"0" * 500,
    ],
    ids=["empty", "gif head", "svg", "pdf", "cut off", "rubbish"],
)
def test_what_is_no_whole_picture_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(PictureRefused, match="请换一张再上传"):
        prepare(data, MARKS, LATIN)


def test_other_formats_are_refused() -> None:
    out = io.BytesIO()
    Image.new("RGB", (10, 10)).save(out, "BMP")
    with pytest.raises(PictureRefused):
        prepare(out.getvalue(), MARKS, LATIN)


def test_too_many_bytes_or_pixels_are_refused_before_they_are_unpacked() -> None:
    with pytest.raises(PictureRefused, match="20MB"):
        prepare(b"0" * (pictures.LARGEST_UPLOAD + 1), MARKS, LATIN)
    out = io.BytesIO()
    Image.new("1", (10_000, 7_000)).save(out, "PNG")
    with pytest.raises(PictureRefused, match="6000万像素"):
        prepare(out.getvalue(), MARKS, LATIN)


@pytest.mark.parametrize("font", [None, ""])
def test_the_card_is_drawn_with_and_without_a_chinese_font(font: str | None) -> None:
    lines = [("案号", "（2025）粤0103民初1号"), ("案由", "买卖合同纠纷" * 12)]
    image = opened(card(lines, "庭审微博", LATIN, font))
    assert (image.format, image.size) == ("JPEG", (1200, 675))
    colours = image.crop((0, 140, 1200, 675)).getcolors(1_000_000)
    assert colours is not None
    assert len(colours) > 10, "there are letters on the card"


def test_six_lines_of_a_card_stand_above_the_place_of_the_mark() -> None:
    image = opened(card([("合议庭", "方晓峰、严树林、尹润生")] * 6, "庭审直播", LATIN))
    assert image.crop((0, 0, 1200, 611)).convert("L").getextrema()[0] < 100
    assert image.crop((0, 611, 1200, 675)).convert("L").getextrema()[0] > 200


def test_public_names_are_random_and_read_back() -> None:
    one, two = pictures.new_public_name(), pictures.new_public_name()
    assert one != two
    assert len(pictures.public_name(one)) == 32
