"""Whatever was done to a good file, the answer is an edition or a refusal in Chinese, and what is ready names nobody (R30)."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable

import docx
from hypothesis import given
from hypothesis import strategies as st

from judgments.intake.document import Refused
from judgments.redaction.edition import Party
from tests.hypothesis_runs import examples
from tests.judgments.redaction import strategies as draw_from
from tests.judgments.redaction.making import judgment

PARTIES = [Party("原告", "沈立平"), Party("被告", "何秀莲")]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made_by_python_docx() -> bytes:
    document = docx.Document()
    for line in judgment().split("\n"):
        document.add_paragraph(line)
    document.add_table(1, 2).cell(0, 1).text = "沈立平收款"
    document.sections[0].header.paragraphs[0].text = "沈立平诉何秀莲"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def made_by_hand() -> bytes:
    head, procedure = judgment().split("\n")[3:5], judgment().split("\n")[5]
    mentions = dict.fromkeys(draw_from.PLACES, "沈立平付款给何秀莲。")
    return draw_from.file_of(mentions, "\n".join(head), procedure, [2, 5])


GOOD = [made_by_python_docx(), made_by_hand()]
Parts = dict[str, bytes]
Draw = Callable[[st.SearchStrategy], object]


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


PART = st.floats(0, 0.999)
DOCUMENT = "word/document.xml"


def into_body(parts: Parts, xml: str, at: float = 0.5) -> Parts:
    """`xml` between two elements somewhere in the text part."""
    content = parts.get(DOCUMENT, b"")
    places = [m.end() for m in re.finditer(rb"</w:(?:p|r)>", content)] or [0]
    place = places[int(at * len(places))]
    return {**parts, DOCUMENT: content[:place] + xml.encode() + content[place:]}


def pick(parts: Parts, at: float) -> str:
    return sorted(parts)[int(at * len(parts))] if parts else DOCUMENT


def wrong_bytes(parts: Parts, at: float) -> Parts:
    name = pick(parts, at)
    content = parts.get(name, b"")
    place = int(at * 977 % 1 * len(content))
    return {**parts, name: content[:place] + b"\xff\x00<" + content[place + 3 :]}


def without(parts: Parts, at: float) -> Parts:
    name = pick(parts, at)
    return {key: content for key, content in parts.items() if key != name}


def relations(parts: Parts, rows: str) -> Parts:
    name = "word/_rels/document.xml.rels"
    return {
        **parts,
        name: parts.get(name, b"</Relationships>").replace(
            b"</Relationships>", f"{rows}</Relationships>".encode()
        ),
    }


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PART_CHANGES: dict[str, Callable[[Parts, float], Parts]] = {
    "wrong bytes": wrong_bytes,
    "a part missing": without,
    "no types": lambda p, _: {k: v for k, v in p.items() if k != "[Content_Types].xml"},
    "wrong types": lambda p, _: {**p, "[Content_Types].xml": p.get("[Content_Types].xml", b"").replace(b"wordprocessingml", b"spreadsheetml")},
    "deep nesting": lambda p, at: into_body(p, "<w:sdt>" * 3000 + "沈立平" + "</w:sdt>" * 3000, at),
    "nested as deep as allowed": lambda p, at: into_body(p, "<w:sdt><w:sdtContent>" * 110 + "<w:p><w:r><w:t>沈立平</w:t></w:r></w:p>" + "</w:sdtContent></w:sdt>" * 110, at),
    "nested tables": lambda p, at: into_body(p, "<w:tbl><w:tr><w:tc>" * 70 + "<w:p><w:r><w:t>沈立平</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 70, at),
    "a huge attribute": lambda p, at: into_body(p, f'<w:p w:x="{"沈立平" * 300_000}"/>', at),
    "a huge number of cells": lambda p, at: into_body(p, f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 20_000}</w:tr></w:tbl>", at),
    "an unknown namespace": lambda p, at: into_body(p, '<x:p xmlns:x="urn:x"><x:r><x:t>沈立平</x:t></x:r></x:p>', at),
    "text where none belongs": lambda p, at: into_body(p, "沈立平<w:t>沈立平</w:t><w:r><w:t>何秀莲</w:t></w:r>", at),
    "absurd numbers": lambda p, at: into_body(p, f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{"9" * 30}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="-99999999"/></w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr></w:pPr></w:p></w:tc></w:tr></w:tbl>', at),
    "a circle of relations": lambda p, _: relations(p, f'<Relationship Id="z" Type="{OFFICE}/header" Target="document.xml"/><Relationship Id="y" Type="{OFFICE}/footnotes" Target="_rels/document.xml.rels"/>'),
    "relations out of the package": lambda p, _: relations(p, f'<Relationship Id="z" Type="{OFFICE}/header" Target="../../../../etc/passwd"/><Relationship Id="y" Type="{OFFICE}/footer" Target="%2e%2e/%00"/>'),
    "a relation without anything": lambda p, _: relations(p, "<Relationship/><!--x--><Other Target='沈立平'/>"),
    "styles in a circle": lambda p, _: {**p, "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'.encode()},
    "fields never closed": lambda p, at: into_body(p, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>沈立平</w:t></w:r></w:p>' * 20, at),
    "a path upwards": lambda p, _: {**p, "../../沈立平.xml": b"<a/>"},
    "a path from the root": lambda p, _: {**p, "/word/x.xml": b"<a/>", "C:\\x": b"y"},
    "many parts": lambda p, _: {**p, **{f"x/{i}": b"" for i in range(2100)}},
    "an entity": lambda p, _: {**p, "word/x.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
    "nothing in the text part": lambda p, _: {**p, DOCUMENT: b""},
    "another root": lambda p, _: {**p, DOCUMENT: f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>沈立平</w:t></w:r></w:p></w:hdr>'.encode()},
    "utf-16": lambda p, _: {**p, DOCUMENT: p.get(DOCUMENT, b"").replace(b"UTF-8", b"UTF-16").decode("utf-8", "replace").encode("utf-16")},
}  # fmt: skip


def twice(data: bytes, at: float) -> bytes:
    parts = list(parts_of(data).items())
    return zipped([*parts, (parts[int(at * len(parts))][0], b"<a/>")])


def patched(data: bytes, at: float, field: int, value: int) -> bytes:
    """One number of an entry of the directory changed."""
    entries = [m.start() for m in re.finditer(rb"PK\x01\x02", data)]
    place = entries[int(at * len(entries))] + field
    return data[:place] + struct.pack("<I", value) + data[place + 4 :]


FILE_CHANGES: dict[str, Callable[[bytes, float], bytes]] = {
    "as it is": lambda data, _: data,
    "a part twice": twice,
    "a wrong checksum": lambda data, at: patched(data, at, 16, 0xDEADBEEF),
    "an absurd packed size": lambda data, at: patched(data, at, 20, 0x7FFFFFFF),
    "an absurd size": lambda data, at: patched(data, at, 24, 0x7FFFFFFF),
    "a size too small": lambda data, at: patched(data, at, 24, 3),
    "an offset beyond the end": lambda data, at: patched(data, at, 42, 0x7FFFFFF0),
    "an unknown compression": lambda data, at: patched(data, at, 8, 0x00630000),
    "a byte changed": lambda data, at: data[: (i := int(at * len(data)))] + bytes([data[i] ^ 0x55]) + data[i + 1 :],
    "cut short": lambda data, at: data[: int(at * len(data))],
    "cut at the front": lambda data, at: data[int(at * 400) :],
    "something before": lambda data, _: b"MZ" + b"\0" * 300 + data,
    "something behind": lambda data, _: data + b"\0" * 3000,
    "two files in one": lambda data, _: data + data,
}  # fmt: skip


def answer(data: bytes) -> str:
    """How the file ended; fails where it broke or shows a party."""
    refused = None
    try:
        edition, artefacts = draw_from.published(data, PARTIES)
    except Refused as caught:
        refused = caught
    if refused is not None:
        assert re.search("[一-龥]{2}.*。", refused.message)
        return f"refused {refused.code}"
    if edition.status == "ready":
        shown = draw_from.everything_shown(artefacts)
        assert not [party.name for party in PARTIES if party.name in shown]
    else:
        assert edition.reasons
        assert all(re.search("[一-龥]{2}", reason) for reason in edition.reasons)
    return edition.status


def test_the_good_files_are_read() -> None:
    assert [answer(data) for data in GOOD] == ["ready", "ready"]


def test_a_changed_package_is_answered_and_names_nobody() -> None:
    answers = Counter[str]()

    @examples(90)
    @given(
        st.sampled_from(GOOD),
        st.lists(st.tuples(st.sampled_from(sorted(PART_CHANGES)), PART), max_size=2),
        st.sampled_from(sorted(FILE_CHANGES)),
        PART,
    )
    def change(data: bytes, changes: list[tuple[str, float]], of_file: str, at: float) -> None:
        parts = parts_of(data)
        for name, place in changes:
            parts = PART_CHANGES[name](parts, place)
        answers[answer(FILE_CHANGES[of_file](zipped(list(parts.items())), at))] += 1

    change()
    assert answers["ready"]
    assert len(answers) > 4, answers


def test_each_change_alone_is_answered() -> None:
    for data in GOOD:
        for change in PART_CHANGES.values():
            assert answer(zipped(list(change(parts_of(data), 0.5).items())))
        for of_file in FILE_CHANGES.values():
            assert answer(of_file(data, 0.5))
