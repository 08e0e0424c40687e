"""A .pdf with a text layer becomes a .docx: its lines are read by poppler's pdftotext and put together to paragraphs again.

LibreOffice would make a text box of every change of font and lose the order of reading. What comes out of a printed page is
never as sure as a typed document: the result is always marked for closer review.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docx import Document

from judgments.intake.apart import run_apart
from judgments.intake.refusals import refuse_conversion, refuse_no_text

TIMEOUT_SECONDS: Final = 30.0
_MOST_CHARACTERS: Final = 2_000_000
_FULL: Final = 0.92
"""A line this full, measured by the widest one, goes on in the next."""
_PAGE_NUMBER: Final = re.compile(r"[-—－ ]*(?:第)? *\d{1,4} *(?:页)?(?: */? *共? *\d{1,4} *页?)?[-—－ ]*")
_SPACED_BY_PRINT: Final = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u3000-\u9fff\uff00-\uffef])"
)
_NEW_PARAGRAPH: Final = re.compile(
    r"(?:原告|被告|第三人|上诉人|申请人|申请执行人|被执行人|公诉机关|法定代表人|负责人|委托|审判|人民陪审员|书记员|法官助理|二[〇○0Oo]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)])"
)


def available() -> bool:
    """Whether pdftotext is installed here."""
    return shutil.which("pdftotext") is not None


def to_docx(data: bytes, timeout_seconds: float = TIMEOUT_SECONDS) -> bytes:
    """The text of a .pdf as a .docx of plain paragraphs.

    Raises Refused: `conversion_failed` where the program is missing, too slow or cannot read the file, `no_text` for a scan.
    """
    program = shutil.which("pdftotext")
    if program is None:
        raise refuse_conversion("服务器未安装 pdftotext")
    with tempfile.TemporaryDirectory(prefix="convert-") as folder:
        place = Path(folder)
        (place / "input.pdf").write_bytes(data)
        command = [program, "-layout", "-enc", "UTF-8", "input.pdf", "output.txt"]
        run_apart(command, place, timeout_seconds)
        result = place / "output.txt"
        if not result.is_file():
            raise refuse_conversion("文件可能已损坏或设有密码")
        text = result.read_text("utf-8", errors="replace")[:_MOST_CHARACTERS]
    found = list(paragraphs(text))
    if not found:
        raise refuse_no_text(images=True)
    document = Document()
    for paragraph in found:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraphs(text: str) -> Iterator[str]:
    """Printed lines put together: a full line goes on in the next one unless that begins anew."""
    lines = [line.rstrip() for page in text.split("\f") for line in _printed(page)]
    widest = max((_width(line) for line in lines), default=0)
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    current = ""
    before = ""
    for line in lines:
        indented = len(line) - len(line.lstrip()) > margin
        goes_on = (
            bool(before)
            and _width(before) >= widest * _FULL
            and not indented
            and not _NEW_PARAGRAPH.match(line.strip())
        )
        if current and not goes_on:
            yield current
            current = ""
        current += _SPACED_BY_PRINT.sub("", line.strip())
        before = line
    if current:
        yield current


def _printed(page: str) -> list[str]:
    """The lines of a page without blank ones and without its number."""
    lines = [line for line in page.splitlines() if line.strip()]
    while lines and _PAGE_NUMBER.fullmatch(lines[-1].strip()):
        lines.pop()
    return lines


def _width(line: str) -> int:
    """In columns: Chinese characters count twice."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
