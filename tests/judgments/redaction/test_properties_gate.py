"""A secret planted anywhere in anything public closes the gate, and the message does not tell it (R30, R39)."""

import io
import json
import re
import zipfile
from html import escape
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from judgments.redaction.gate import check
from judgments.redaction.writers.artefacts import public_artefacts
from tests.hypothesis_runs import examples
from tests.judgments.redaction import strategies as draw_from
from tests.judgments.redaction.making import judgment, redacted

EDITION = redacted(judgment(facts="经审理查明：2018年5月3日，沈立平出借款项给何秀莲。电话13800138000。"))
ARTEFACTS = public_artefacts(EDITION, "2019-yue0103-minchu-77")
SECRETS = sorted({text for _, text in EDITION.secrets})
WHOLE = st.sampled_from(SECRETS)
TYPED = st.one_of(WHOLE, st.sampled_from(["沈立平", "何秀莲"]).flatmap(draw_from.written))


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts, comment=b"", notes=()):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.comment = dict(notes).get(name, b"")
            archive.writestr(entry, content)
        archive.comment = comment
    return buffer.getvalue()


PARTS = parts_of(ARTEFACTS["public.docx"])
XML_PARTS = sorted(name for name in PARTS if name.endswith((".xml", ".rels")))


def plant_in_text(xml, at, secret):
    """Behind any tag, the text of any element or between two."""
    places = [m.end() for m in re.finditer(r">", xml)][1:-1]
    place = places[int(at * len(places))]
    return f"{xml[:place]}，{escape(secret)}，{xml[place:]}"


def plant_in_tag(xml, at, made):
    places = [m.end() for m in re.finditer(r"<[A-Za-z][\w:]*", xml)]
    place = places[int(at * len(places))]
    return f"{xml[:place]} {made}{xml[place:]}"


def as_references(secret):
    return "".join(f"&#x{ord(c):x};" for c in secret)


XML_PLANTS = {
    "text": plant_in_text,
    "references": lambda xml, at, secret: plant_in_text(xml, at, "¤").replace("¤", as_references(secret)),
    "cdata": lambda xml, at, secret: plant_in_text(xml, at, "¤").replace("¤", f"<![CDATA[{secret}]]>"),
    "attribute": lambda xml, at, secret: plant_in_tag(xml, at, f'planted="{as_references(secret)}"'),
    "comment": lambda xml, at, secret: plant_in_text(xml, at, "¤").replace("¤", f"<!--{secret}-->"),
    "instruction": lambda xml, at, secret: plant_in_text(xml, at, "¤").replace("¤", f"<?x {secret}?>"),
    "element": lambda xml, at, secret: plant_in_text(xml, at, "¤").replace("¤", f'<p:a xmlns:p="x:{secret}"/>'),
}  # fmt: skip


@examples(150)
@given(st.sampled_from(XML_PARTS), st.sampled_from(sorted(XML_PLANTS)), st.floats(0, 0.999), TYPED)
def test_a_secret_in_any_xml_part_closes_the_gate(part, how, at, secret):
    planted = XML_PLANTS[how](PARTS[part].decode(), at, secret)
    assert_closed("public.docx", zipped({**PARTS, part: planted}), secret)


PACKAGE_PLANTS = {
    "name of a part": lambda s: zipped({**PARTS, f"word/media/{s}.png": b"x"}),
    "name of an xml part": lambda s: zipped({**PARTS, f"customXml/{s}.xml": b"<a/>"}),
    "comment of the package": lambda s: zipped(PARTS, comment=s.encode()),
    "comment of a part": lambda s: zipped(PARTS, notes=[("word/document.xml", s.encode())]),
    "binary utf-8": lambda s: zipped({**PARTS, "word/x.bin": b"\x00\xff" + s.encode() + b"\x01"}),
    "binary utf-16": lambda s: zipped({**PARTS, "word/x.bin": b"\x07\x00" + s.encode("utf-16-le")}),
    "binary utf-16 at an odd place": lambda s: zipped({**PARTS, "word/x.bin": b"\x07" + s.encode("utf-16-le")}),
    "binary gb18030": lambda s: zipped({**PARTS, "word/x.bin": b"\x07" + s.encode("gb18030")}),
    "a package inside": lambda s: zipped({**PARTS, "word/embeddings/a.docx": zipped({"word/a.xml": f"<a>{escape(s)}</a>"})}),
    "broken xml": lambda s: zipped({**PARTS, "word/broken.xml": f"<a>{s}"}),
    "xml in capitals": lambda s: zipped({**PARTS, "word/MORE.XML": f"<a>{as_references(s)}</a>"}),
    "xml with a type": lambda s: zipped({**PARTS, "word/t.xml": f'<!DOCTYPE a [<!ENTITY b "{escape(s)}">]><a>&b;</a>'}),
    "utf-16 xml": lambda s: zipped({**PARTS, "word/u.xml": f'<?xml version="1.0" encoding="UTF-16"?><a>{escape(s)}</a>'.encode("utf-16")}),
}  # fmt: skip


@examples(60)
@given(st.sampled_from(sorted(PACKAGE_PLANTS)), WHOLE)
def test_a_secret_anywhere_else_in_a_package_closes_the_gate(how, secret):
    assert_closed("public.docx", PACKAGE_PLANTS[how](secret), secret)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@examples(40)
@given(TYPED, st.lists(st.integers(1, 12), min_size=1, max_size=4))
def test_a_secret_cut_into_runs_closes_the_gate(secret, cuts):
    places = sorted({0, len(secret), *(min(cut, len(secret)) for cut in cuts)})
    runs = "".join(f"<w:r><w:t>{escape(secret[a:b])}</w:t></w:r>" for a, b in pairwise(places))
    planted = PARTS["word/document.xml"].decode().replace("<w:sectPr", f"<w:p>{runs}</w:p><w:sectPr", 1)
    assert_closed("public.docx", zipped({**PARTS, "word/document.xml": planted}), secret)


HTML_PLANTS = {
    **{name: XML_PLANTS[name] for name in ("text", "references", "comment", "attribute")},
    "tag": lambda html, at, secret: plant_in_text(html, at, "¤").replace("¤", f"<x-{secret}>"),
    "declaration": lambda html, at, secret: plant_in_text(html, at, "¤").replace("¤", f"<!x {secret}>"),
    "script": lambda html, at, secret: plant_in_text(html, at, "¤").replace("¤", f"<script>var a='{secret}'</script>"),
    "open quote": lambda html, at, secret: plant_in_text(html, at, "¤").replace("¤", f'<a title="{secret}>'),
}  # fmt: skip


@examples(80)
@given(st.sampled_from(sorted(HTML_PLANTS)), st.floats(0, 0.999), TYPED)
def test_a_secret_anywhere_in_a_page_closes_the_gate(how, at, secret):
    assert_closed("public.html", HTML_PLANTS[how](ARTEFACTS["public.html"], at, secret), secret)


@examples(60)
@given(
    st.sampled_from(["public.txt", "title", "slug"]), st.floats(0, 1), TYPED.filter(lambda s: "\n" not in s)
)
def test_a_secret_in_text_title_or_address_closes_the_gate(name, at, secret):
    text = ARTEFACTS[name]
    place = int(at * len(text))
    while text[place - 1 : place + 1].isalnum() and text[place - 1 : place + 1].isascii():
        place += 1
    assert_closed(name, text[:place] + f"（{secret}）" + text[place:], secret)


@examples(40)
@given(st.sampled_from(["value", "key", "escaped", "deep", "number"]), WHOLE)
def test_a_secret_in_a_record_closes_the_gate(how, secret):
    record = json.loads(ARTEFACTS["record.json"])
    if how == "key":
        record[secret] = 1
    elif how == "deep":
        record["a"] = [[{"b": [secret]}]]
    elif how == "number" and secret.isdigit():
        record["a"] = int(secret)
    else:
        record["cause"] = secret
    assert_closed("record.json", json.dumps(record, ensure_ascii=how == "escaped"), secret)


@examples(30)
@given(WHOLE, st.sampled_from(sorted(ARTEFACTS)))
def test_a_secret_in_the_name_of_a_file_closes_the_gate(secret, name):
    assert_closed(f"{secret}-{name}", ARTEFACTS[name], secret)


def assert_closed(name, content, secret):
    leaks = check({**ARTEFACTS, name: content}, EDITION)
    assert leaks
    assert secret not in "".join(str(leak) for leak in leaks if name != leak.artefact or secret not in name)


def test_nothing_is_wrong_with_the_artefacts_themselves():
    assert check(ARTEFACTS, EDITION) == []
