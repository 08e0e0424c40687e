"""Other formats through LibreOffice, where the server has it.

The program opens files of strangers: it gets a profile and a folder of its own, no network, a limit of time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

from judgments.intake.document import Refused

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


def to_docx(data: bytes, source_format: str, timeout_seconds: float = _TIMEOUT_SECONDS) -> bytes:
    """`data` as .docx; `source_format` is what `sniff` says (doc, wps, rtf, odt).

    Raises `Refused` (conversion_failed) where LibreOffice is missing, too slow, or cannot read the file.
    """
    if source_format not in _IMPORT_FILTERS:
        raise _refusal("这种格式不能转换")
    return _convert(data, source_format, _WORD_FILTER, timeout_seconds)


def docx_to_pdf(data: bytes, timeout_seconds: float = _TIMEOUT_SECONDS) -> bytes:
    """A .docx as PDF. Raises `Refused` (conversion_failed)."""
    return _convert(data, "docx", _PDF_FILTER, timeout_seconds)


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _convert(data: bytes, source_format: str, output_filter: str, timeout_seconds: float) -> bytes:
    program = _program()
    if program is None:
        raise _refusal("服务器未安装 LibreOffice")
    with tempfile.TemporaryDirectory(prefix="convert-") as folder:
        place = Path(folder)
        source = place / f"input.{source_format}"
        source.write_bytes(data)
        _run(_command(program, place, source, output_filter), place, timeout_seconds)
        result = place / "out" / f"input.{output_filter.partition(':')[0]}"
        if not result.is_file():
            raise _refusal("文件可能已损坏或设有密码")
        return result.read_bytes()


def _command(program: str, place: Path, source: Path, output_filter: str) -> list[str]:
    return [
        *_without_network(),
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


@lru_cache(maxsize=1)
def _without_network() -> tuple[str, ...]:
    """A network namespace with nothing in it, where the kernel lets an ordinary user have one."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, "--map-root-user", "--net", "--")
    probe = subprocess.run([*command, "true"], capture_output=True, check=False)  # noqa: S603 - fixed words
    return command if probe.returncode == 0 else ()


def _run(command: list[str], place: Path, timeout_seconds: float) -> None:
    """Run in a group of its own, so that the helpers LibreOffice starts end with it."""
    environment = {
        "HOME": str(place),
        "TMPDIR": str(place),
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
    }
    process = subprocess.Popen(  # noqa: S603 - the program found on PATH and names chosen here
        command,
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout_seconds)
    except subprocess.TimeoutExpired:
        raise _refusal("转换超过时限") from None
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        process.wait()


def _refusal(reason: str) -> Refused:
    return Refused(
        "conversion_failed",
        f"文件无法自动转换为 .docx（{reason}）。请用 Word 或 WPS 打开后“另存为”→ .docx 再上传。",
    )
