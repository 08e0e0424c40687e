"""Other formats become .docx, where the server has the program for it: LibreOffice, and pdftotext for .pdf.

The programs open files of strangers: each gets a profile and a folder of its own, no network, a limit of time.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from judgments.intake import pdf
from judgments.intake.apart import run_apart
from judgments.intake.refusals import refuse_conversion

_TIMEOUT_SECONDS = 60.0
_IMPORT_FILTERS = {
    "doc": "MS Word 97",
    "wps": "MS Word 97",
    "rtf": "Rich Text Format",
    "odt": "writer8",
    "docx": "MS Word 2007 XML",
}
"""Named, because LibreOffice otherwise opens whatever it cannot recognise as plain text."""
_WORD_FILTER = "docx:MS Word 2007 XML"
_PDF_FILTER = "pdf:writer_pdf_Export"


def available() -> bool:
    """Whether LibreOffice is installed here."""
    return _program() is not None


def converts(source_format: str) -> bool:
    """Whether a file of this format can be made a .docx on this server."""
    return pdf.available() if source_format == "pdf" else source_format in _IMPORT_FILTERS and available()


def to_docx(data: bytes, source_format: str, timeout_seconds: float = _TIMEOUT_SECONDS) -> bytes:
    """`data` as .docx; `source_format` is what `sniff` says (doc, wps, rtf, odt, pdf).

    Raises `Refused` (conversion_failed) where the program is missing, too slow, or cannot read the file.
    """
    if source_format == "pdf":
        return pdf.to_docx(data, timeout_seconds)
    if source_format not in _IMPORT_FILTERS:
        raise refuse_conversion("这种格式不能转换")
    return _convert(data, source_format, _WORD_FILTER, timeout_seconds)


def docx_to_pdf(data: bytes, timeout_seconds: float = _TIMEOUT_SECONDS) -> bytes:
    """A .docx as PDF. Raises `Refused` (conversion_failed)."""
    return _convert(data, "docx", _PDF_FILTER, timeout_seconds)


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _convert(data: bytes, source_format: str, output_filter: str, timeout_seconds: float) -> bytes:
    program = _program()
    if program is None:
        raise refuse_conversion("服务器未安装 LibreOffice")
    with tempfile.TemporaryDirectory(prefix="convert-") as folder:
        place = Path(folder)
        source = place / f"input.{source_format}"
        source.write_bytes(data)
        run_apart(_command(program, place, source, output_filter), place, timeout_seconds)
        result = place / "out" / f"input.{output_filter.partition(':')[0]}"
        if not result.is_file():
            raise refuse_conversion("文件可能已损坏或设有密码")
        return result.read_bytes()


def _command(program: str, place: Path, source: Path, output_filter: str) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        f"--infilter={_IMPORT_FILTERS[source.suffix[1:]]}",
        "--convert-to",
        output_filter,
        "--outdir",
        str(place / "out"),
        str(source),
    ]
