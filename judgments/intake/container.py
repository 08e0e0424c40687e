"""The package of an uploaded .docx: opened only after everything that can be declared has been checked.

Whoever made the file may be hostile or unlucky: sizes, names, entities and macros are looked at before any
part is parsed, and no part is ever larger than what its entry declares.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from judgments.intake.document import Refused
from judgments.intake.refusals import refuse_damaged, refuse_format, refuse_too_large, refuse_unsafe
from judgments.intake.sniff import sniff

UPLOAD_LIMIT = 64 * 1024 * 1024
"""Bytes of the file as uploaded."""
ENTRY_LIMIT = 2_000
PART_LIMIT = 64 * 1024 * 1024
XML_LIMIT = 24 * 1024 * 1024
TOTAL_LIMIT = 160 * 1024 * 1024
RATIO_LIMIT = 150
"""Deflate reaches this on repeated text too, so it only counts for entries above `RATIO_FLOOR`."""
RATIO_FLOOR = 8 * 1024 * 1024
NODE_LIMIT = 3_000_000
"""Tags and attributes of one part: a tree costs a hundred times the bytes of its smallest element."""

_XML_SUFFIXES = (".xml", ".rels", ".vml")
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_DECLARATION_LENGTH = 300
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


class Package:
    """A checked package: its part names and their bytes."""

    def __init__(self, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> None:
        self._archive = archive
        self._entries = entries
        self._lower = {name.lower(): name for name in entries}
        self._xml: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._lower

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part, never more than declared. Raises `Refused` (damaged)."""
        return self._inflate(self._lower.get(name.lower(), name))

    def xml(self, name: str) -> bytes:
        """A part that is about to be parsed, as UTF-8 without a DOCTYPE whatever its name. Raises `Refused`."""
        name = self._lower.get(name.lower(), name)
        if name not in self._xml:
            self._xml[name] = plain_xml(self._inflate(name))
        return self._xml[name]

    def read_every_xml_part(self) -> None:
        """Read and check each XML part, those nobody will parse included."""
        for name in self._entries:
            if name.lower().endswith(_XML_SUFFIXES):
                self.xml(name)

    def _inflate(self, name: str) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise refuse_damaged(f"缺少“{name}”部分")
        try:
            with self._archive.open(entry) as stream:
                content = stream.read(entry.file_size + 1)
        except _ZIP_ERRORS:
            raise refuse_damaged(f"“{name}”部分无法解压") from None
        if len(content) != entry.file_size:
            raise refuse_damaged(f"“{name}”部分与登记的大小不符")
        return content


def open_package(data: bytes) -> Package:
    """The package in `data`. Raises `Refused` for everything that is not a sound .docx without macros."""
    if len(data) > UPLOAD_LIMIT:
        raise refuse_too_large(f"文件超过 {UPLOAD_LIMIT // 1024 // 1024} MB")
    found = sniff(data)
    if found != "docx":
        raise refuse_format(found)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = _checked_entries(archive.infolist())
    except _ZIP_ERRORS:
        raise refuse_damaged("压缩包目录无法读取") from None
    package = Package(archive, entries)
    package.read_every_xml_part()
    _refuse_macros(package)
    return package


def plain_xml(content: bytes) -> bytes:
    """An XML part as UTF-8. Raises `Refused`: external_entity for a DOCTYPE or ENTITY, bomb, damaged."""
    if len(content) > XML_LIMIT:
        raise refuse_too_large("文字部分过大")
    content = _as_utf8(content)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused(
            "external_entity",
            "文件内含外部实体声明（DOCTYPE/ENTITY），不是 Word 或 WPS 正常保存的文件。"
            "请用 Word 或 WPS 打开后另存为 .docx 再上传。",
        )
    if len(content) > NODE_LIMIT and _nodes(content) > NODE_LIMIT:
        raise refuse_too_large("文字部分过于庞杂")
    return content


def _nodes(content: bytes) -> int:
    return content.count(b"<") + content.count(b'="') + content.count(b"='")


def _as_utf8(content: bytes) -> bytes:
    """UTF-16 with or without a mark becomes UTF-8, so that a check on bytes sees what the parser will see."""
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise refuse_damaged("文字编码不受支持")
    encoding = ""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif content.startswith(b"<\0"):
        encoding = "utf-16-le"
    elif content.startswith(b"\0<"):
        encoding = "utf-16-be"
    if not encoding:
        declared = _DECLARATION.match(content[:_DECLARATION_LENGTH])
        if declared and declared.group(1).lower() not in _ENCODINGS:
            raise refuse_damaged("文字编码不受支持")
        return content
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise refuse_damaged("文字编码有误") from None
    return re.sub(r"^\ufeff?<\?xml[^>]{0,200}\?>", "", text).encode("utf-8", "surrogatepass")


def _checked_entries(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Entries by normalised name. Raises `Refused` on counts, sizes, ratios, overlaps, names."""
    if len(infos) > ENTRY_LIMIT:
        raise refuse_format("bomb")
    if sum(info.file_size for info in infos) > TOTAL_LIMIT:
        raise refuse_format("bomb")
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        name = info.filename.replace("\\", "/").removeprefix("/")
        if name.endswith("/"):
            continue
        _check_entry(info, name)
        if name.lower() in seen:
            raise refuse_unsafe("同一部分出现两次")
        seen.add(name.lower())
        entries[name] = info
    _refuse_overlaps(infos)
    return entries


def _check_entry(info: zipfile.ZipInfo, name: str) -> None:
    if info.flag_bits & 0x1:
        raise refuse_format("encrypted")
    if ".." in name.split("/") or "\0" in info.orig_filename or ":" in name:
        raise refuse_unsafe("内部路径不正常")
    if info.file_size > PART_LIMIT:
        raise refuse_format("bomb")
    if info.file_size > RATIO_FLOOR and info.file_size > RATIO_LIMIT * max(info.compress_size, 1):
        raise refuse_format("bomb")


def _refuse_overlaps(infos: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes are how a small file declares a thousand large ones."""
    end = 0
    for info in sorted(infos, key=lambda entry: entry.header_offset):
        if info.header_offset < end:
            raise refuse_format("bomb")
        end = info.header_offset + 30 + info.compress_size


def _refuse_macros(package: Package) -> None:
    """A macro shows in the content types or as a part, whatever the extension of the file says."""
    types = package.xml("[Content_Types].xml").lower()
    parts = any("vbaproject" in name.lower() or "vbadata" in name.lower() for name in package)
    if parts or b"macroenabled" in types or b"vbaproject" in types:
        raise refuse_format("docm")
