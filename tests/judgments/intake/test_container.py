"""What is refused before a part is parsed, and with which words."""

from __future__ import annotations

import io
import struct
import zipfile

import docx
import pytest

from judgments.intake import container
from judgments.intake.document import Refused
from judgments.intake.reader import read_docx
from judgments.intake.sniff import sniff
from tests.documents import judgment_docx, package, paragraph, part, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_docx(data)
    return caught.value


def ole(*streams: str) -> bytes:
    """A compound file with directory entries of these names, enough for recognition."""
    entries = b"".join(
        (name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams)
    )
    return OLE.ljust(512, b"\0") + entries.ljust(2048, b"\0")


def in_odt() -> bytes:
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})


@pytest.mark.parametrize(
    ("data", "found", "code"),
    [
        (b"", "empty", "empty"),
        (b"\0\0\0\0", "empty", "empty"),
        (b"%PDF-1.7\n...", "pdf", "unsupported_pdf"),
        (rb"{\rtf1\ansi hello}", "rtf", "unsupported_rtf"),
        (ole("WordDocument", "1Table"), "doc", "unsupported_doc"),
        (ole("WordDocument", "WpsCustomData"), "wps", "unsupported_wps"),
        (ole("EncryptionInfo", "EncryptedPackage"), "encrypted", "encrypted"),
        (ole("Workbook"), "ole", "not_docx"),
        (b"just some words", "unknown", "not_docx"),
        (b"<html><body>x</body></html>", "html", "not_docx"),
        (zipped({"a.txt": "x"}), "zip", "not_docx"),
        (zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "xlsx", "not_docx"),
        (in_odt(), "odt", "unsupported_odt"),
    ],
)
def test_a_file_is_known_by_its_content_and_refused_with_a_stable_code(
    data: bytes, found: str, code: str
) -> None:
    assert sniff(data) == found
    assert refusal(data).code == code


@pytest.mark.parametrize("stream", ["WordDocument", "WpsCustomData"])
def test_an_old_format_is_answered_with_how_to_save_as_docx(stream: str) -> None:
    assert "另存为" in refusal(ole(stream)).message
    assert ".docx" in refusal(ole(stream)).message


def test_words_inside_a_compound_file_do_not_pose_as_its_directory() -> None:
    text = b"x" * 513 + "EncryptedPackage\0".encode("utf-16-le")
    assert sniff(ole("WordDocument") + text) == "doc"


def test_a_truncated_upload_is_damaged() -> None:
    data = judgment_docx()
    assert refusal(data[: len(data) // 2]).code == "damaged"
    assert "重新上传" in refusal(data[: len(data) // 2]).message


def test_a_flipped_byte_inside_a_part_is_damaged() -> None:
    data = bytearray(judgment_docx())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("word/document.xml")
    data[info.header_offset + 30 + len(info.filename) + 40] ^= 0xFF
    assert refusal(bytes(data)).code == "damaged"


def with_macro_part() -> bytes:
    return package(paragraph("正文"), parts={"word/vbaProject.bin": b"x"})


def with_macro_content_type() -> bytes:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/word/document.xml" '
        'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    )
    return package(paragraph("正文"), parts={"[Content_Types].xml": types})


@pytest.mark.parametrize("build", [with_macro_part, with_macro_content_type])
def test_macros_are_refused_whatever_the_extension(build) -> None:
    assert refusal(build()).code == "macro"


def test_a_package_with_a_password_of_its_own_is_encrypted() -> None:
    data = bytearray(judgment_docx())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)).code == "encrypted"


def test_a_zip_bomb_is_refused_without_being_inflated() -> None:
    data = package(paragraph("正文"), parts={"word/media/a.bin": b"\0" * (container.RATIO_FLOOR + 1)})
    assert len(data) < 20_000
    assert refusal(data).code == "bomb"


def test_too_many_entries_are_refused() -> None:
    extra = {f"word/media/{order}.bin": b"" for order in range(container.ENTRY_LIMIT + 1)}
    assert refusal(package(paragraph("正文"), parts=extra)).code == "bomb"


def test_a_declared_size_smaller_than_the_content_does_not_let_more_in() -> None:
    data = bytearray(package("".join(paragraph("很长的正文" * 50) for _ in range(200))))
    name = b"word/document.xml"
    directory = data.rindex(name) - 46
    assert data[directory : directory + 4] == b"PK\x01\x02"
    struct.pack_into("<I", data, directory + 24, 100)
    assert refusal(bytes(data)).code == "damaged"


def test_entries_that_share_bytes_are_refused() -> None:
    data = bytearray(judgment_docx(header="页眉"))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert refusal(bytes(data)).code == "bomb"


def test_two_entries_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(judgment_docx())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/Document.xml", "<x/>")
    assert refusal(buffer.getvalue()).code == "unsafe_package"


@pytest.mark.parametrize("name", ["../outside.xml", "word/../../outside.xml", "c:/outside.xml"])
def test_names_that_leave_the_package_are_refused(name: str) -> None:
    assert refusal(package(paragraph("正文"), parts={name: "x"})).code == "unsafe_package"


DOCTYPE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item1.xml", "word/theme/theme1.xml"])
def test_entities_are_refused_in_any_part_and_encoding(name: str, encoding: str) -> None:
    data = package(paragraph("正文"), parts={name: DOCTYPE.encode(encoding)})
    assert refusal(data).code == "external_entity"


def test_entities_are_refused_in_a_text_part_of_any_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/text.bin"/></Relationships>'
    )
    assert (
        refusal(package("", parts={"_rels/.rels": relations, "word/text.bin": DOCTYPE})).code
        == "external_entity"
    )


def test_an_unusual_encoding_is_refused_rather_than_guessed() -> None:
    declared = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert refusal(package(paragraph("正文"), parts={"customXml/item1.xml": declared})).code == "damaged"


def test_a_text_part_in_utf_16_is_read() -> None:
    document = read_docx(package(paragraph("原告沈立平"), encoding="utf-16"))
    assert document.paragraphs[0].text == "原告沈立平"


def test_deep_nesting_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 400 + paragraph("深处") + "</w:sdtContent></w:sdt>" * 400
    assert refusal(package(deep)).code == "too_large"


def test_as_deep_as_the_parser_allows_is_read_without_running_out_of_stack() -> None:
    deep = "<w:smartTag>" * 240 + "<w:r><w:t>深处</w:t></w:r>" + "</w:smartTag>" * 240
    assert read_docx(package(f"<w:p>{deep}</w:p>")).paragraphs[0].text == "深处"


def test_a_tree_of_too_many_elements_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        container.plain_xml(b"<b>" + b"<a/>" * (container.NODE_LIMIT + 1) + b"</b>")
    assert caught.value.code == "too_large"


def test_a_part_that_is_not_xml_is_damaged() -> None:
    assert refusal(package("<w:p>")).code == "damaged"
    assert (
        refusal(package(paragraph("正文"), parts={"word/styles.xml": part("styles", "<w:style>")})).code
        == "damaged"
    )


def test_a_package_without_a_text_part_is_no_document() -> None:
    data = zipped({"[Content_Types].xml": "<a/>", "word/other.xml": "<a/>"})
    assert refusal(data).code == "not_docx"


def test_nothing_of_the_document_stands_in_a_refusal() -> None:
    assert "沈立平" not in refusal(package("<w:p>沈立平")).message


def test_five_thousand_paragraphs_are_read() -> None:
    document = read_docx(package("".join(paragraph(f"第{order}段沈立平") for order in range(5000))))
    assert len(document.paragraphs) == 5000


def test_one_paragraph_of_a_megabyte_is_read() -> None:
    text = "沈立平" * 350_000
    assert read_docx(package(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).paragraphs[0].text == text


def test_a_file_saved_by_python_docx_is_read() -> None:
    written = docx.Document()
    written.add_heading("标题", 1)
    written.add_paragraph("原告沈立平")
    buffer = io.BytesIO()
    written.save(buffer)
    texts = [(paragraph.text, paragraph.heading) for paragraph in read_docx(buffer.getvalue()).paragraphs]
    assert texts == [("标题", 1), ("原告沈立平", None)]
