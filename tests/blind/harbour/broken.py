"""Files that must be refused, byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from functools import lru_cache

from tests.blind.harbour.faults import image_run
from tests.blind.harbour.word import SPACES, XML, Package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same package with some parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(
                zipfile.ZipInfo(info.filename), change(info.filename, old.read(info)), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def macro(package: Package) -> bytes:
    package.main_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    package.compose()
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    package.parts["word/vbaProject.bin"] = OLE + bytes(2040)
    package.kinds["word/vbaProject.bin"] = "application/vnd.ms-office.vbaProject"
    package.relation(kind, "vbaProject.bin")
    return package.bytes()


def macro_in_disguise(package: Package) -> bytes:
    """The content type says plain document, the project is there all the same."""
    package.compose()
    package.parts["word/vbaProject.bin"] = OLE + bytes(2040)
    package.kinds["word/vbaProject.bin"] = "application/vnd.ms-office.vbaProject"
    package.relation("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")
    return package.bytes()


def compound(*streams: str) -> bytes:
    """A minimal compound file: header, one FAT sector, one directory sector, filler."""
    head = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0)
    head += struct.pack("<I", FREE) * 108
    table = struct.pack("<III", FAT, END, END) + struct.pack("<I", FREE) * 125
    entries = b""
    for index, name in enumerate(("Root Entry", *streams)):
        raw = (name + "\0").encode("utf-16-le")
        entry = raw.ljust(64, b"\0") + struct.pack("<H", len(raw)) + bytes([5 if index == 0 else 2, 1])
        child = 1 if index == 0 and streams else FREE
        following = index + 1 if 0 < index < len(streams) else FREE
        entry += struct.pack("<III", FREE, following, child) + bytes(36) + struct.pack("<IQ", END, 0)
        entries += entry
    return head[:512].ljust(512, b"\0") + table + entries.ljust(512, b"\0") + bytes(4096)


def encrypted(_: Package) -> bytes:
    return compound("EncryptionInfo", "EncryptedPackage")


def old_word(_: Package) -> bytes:
    return compound("WordDocument", "1Table")


@lru_cache(maxsize=1)
def _bomb() -> bytes:
    out = io.BytesIO()
    block = b" " * 1_000_000
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        info = zipfile.ZipInfo("word/document.xml")
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), _types())
        archive.writestr(zipfile.ZipInfo("_rels/.rels"), _top())
        with archive.open(info, "w") as part:
            part.write(f"{XML}<w:document {SPACES}><w:body><w:p><w:r><w:t xml:space='preserve'>".encode())
            for _ in range(400):
                part.write(block)
            part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return out.getvalue()


def _types() -> str:
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )


def _top() -> str:
    return (
        f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )


def bomb(_: Package) -> bytes:
    return _bomb()


def truncated(package: Package) -> bytes:
    package.compose()
    data = package.bytes()
    return data[: len(data) * 6 // 10]


def torn_part(package: Package) -> bytes:
    package.compose()
    return rewritten(
        package.bytes(), lambda name, data: data[: len(data) // 2] if name == "word/document.xml" else data
    )


def wrong_checksum(package: Package) -> bytes:
    package.compose()
    data = bytearray(package.bytes())
    place = data.index(b"word/document.xml") + 900
    data[place : place + 40] = bytes(40)
    return bytes(data)


def _with_doctype(package: Package, subset: str, use: str) -> bytes:
    package.compose()

    def change(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        text = data.decode().replace("<w:document ", f"<!DOCTYPE w:document [{subset}]><w:document ", 1)
        return text.replace("</w:p>", f"<w:r><w:t>{use}</w:t></w:r></w:p>", 1).encode()

    return rewritten(package.bytes(), change)


def external_entity(package: Package) -> bytes:
    return _with_doctype(package, '<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;")


def entity_expansion(package: Package) -> bytes:
    rows = ['<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">']
    rows += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 9)]
    return _with_doctype(package, "".join(rows), "&a8;")


def no_bytes(_: Package) -> bytes:
    return b""


def no_text(package: Package) -> bytes:
    package.body = ["<w:p/>", "<w:p><w:r><w:t xml:space='preserve'>　 </w:t></w:r></w:p>"]
    return package.bytes()


def pictures_only(package: Package) -> bytes:
    package.body = [f"<w:p>{image_run(package)}</w:p>"]
    return package.bytes()


def rich_text(package: Package) -> bytes:
    codes = "".join(
        f"\\u{ord(ch) if ord(ch) < 32768 else ord(ch) - 65536}?" for ch in package.text[:400] if ch != "\n"
    )
    return ("{\\rtf1\\ansi\\ansicpg936 " + codes + "}").encode("ascii")


def plain_text(package: Package) -> bytes:
    return package.text.encode("gb18030")


def no_main_part(package: Package) -> bytes:
    package.compose()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package.bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != "word/document.xml":
                new.writestr(zipfile.ZipInfo(info.filename), old.read(info))
    return out.getvalue()
