"""What a party sees on the page of its case, to take away (R62)."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liwan_court.registry.case_page import Section

SONG: Final = "宋体"
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no .docx may hold."""


def case_docx(number: str, role: str, parts: Sequence[Section]) -> bytes:
    """The sections one below the other, in type that can be read without glasses."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = SONG, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    heading = document.add_paragraph().add_run(f"{number} 案件查询")
    heading.bold, heading.font.size = True, Pt(18)
    document.add_paragraph(f"查询人：{role}　查询时间：{clock.local(clock.now()):%Y年%m月%d日 %H:%M}")
    for part in parts:
        document.add_paragraph().add_run(part.title).bold = True
        for line in part.text or ("（无）",):
            document.add_paragraph(_UNWRITABLE.sub("", line))
    document.add_paragraph("本件由当事人凭查阅密码取得，仅供本人使用；与案卷不一致的，以案卷为准。")
    document.core_properties.author = "广州市荔湾区人民法院"
    document.core_properties.comments = ""
    out = BytesIO()
    document.save(out)
    return out.getvalue()
