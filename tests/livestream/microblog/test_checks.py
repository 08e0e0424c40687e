"""What a machine lacks for pictures is told and stops nothing (R44)."""

from __future__ import annotations

import pytest
from django.core.checks import INFO

from livestream.checks import chinese_can_be_drawn
from liwan_court import fonts as font_files


@pytest.mark.parametrize(("fonts", "told"), [(["/nowhere-at-all"], ["livestream.I001"]), (None, [])])
def test_a_machine_without_a_chinese_font_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, fonts: list[str] | None, told: list[str]
) -> None:
    if fonts is None:
        font = tmp_path / "NotoSansCJK-Regular.ttc"  # type: ignore[operator]
        font.write_bytes(b"a font")
        fonts = [str(tmp_path)]
    monkeypatch.setattr(font_files, "FONT_FOLDERS", fonts)
    font_files.chinese_font.cache_clear()
    try:
        found = chinese_can_be_drawn()
    finally:
        font_files.chinese_font.cache_clear()
    assert [message.id for message in found] == told
    assert all(message.level == INFO for message in found)
