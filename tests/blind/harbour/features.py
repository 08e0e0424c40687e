"""What a harmless package carries along: each function changes one before or after its paragraphs are made."""

from __future__ import annotations

from itertools import cycle
from xml.sax.saxutils import escape, quoteattr

from tests.blind.harbour.word import SPACES, XML, Package, R, habit, plain_run

SMART = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName"><w:smartTagPr><w:attr w:name="ProductID" w:val={}/></w:smartTagPr>{}</w:smartTag>'
META = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
DRAWING = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def smart_tags(p: Package) -> None:
    name = quoteattr(p.names[0])
    p.wrappers = habit(
        lambda run: SMART.format(name, run), lambda run: f'<w:customXml w:element="name">{run}</w:customXml>'
    )


def fields(p: Package) -> None:
    name = p.names[0]

    def complex_field(run: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:{escape(name)}@example.com" </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    p.wrappers = habit(
        lambda run: f'<w:fldSimple w:instr=" MERGEFIELD 当事人 ">{run}</w:fldSimple>', complex_field
    )


def content_controls(p: Package) -> None:
    name = p.names[0]
    bound = '<w:dataBinding w:xpath="/case/party" w:storeItemID="{6D1E0C6B-17F1-4F0C-9E55-2A1FB7D5C2A1}"/>'
    head = f"<w:sdtPr><w:alias w:val={quoteattr(name)}/><w:tag w:val={quoteattr(name)}/>{bound}<w:text/></w:sdtPr>"
    p.wrappers = habit(lambda run: f"<w:sdt>{head}<w:sdtContent>{run}</w:sdtContent></w:sdt>")
    custom_xml(p)


def block_controls(p: Package) -> None:
    p.compose()
    name = p.names[0]
    middle = "".join(p.body[3:8])
    head = f'<w:sdtPr><w:alias w:val={quoteattr(name)}/><w:id w:val="77"/></w:sdtPr>'
    p.body[3:8] = [f"<w:sdt>{head}<w:sdtContent>{middle}</w:sdtContent></w:sdt>"]


def broken_names(p: Package) -> None:
    p.dirt = cycle(["\ue100", "", "\ue101", "\ue102", "", "\ue103", "\u200b", "\u00a0", "\u3000", "\ufeff"])


def hyperlinks(p: Package) -> None:
    identity = p.relation("hyperlink", f"http://intranet.example/party?name={p.names[0]}", external=True)
    tip = quoteattr(p.names[0])
    p.wrappers = habit(lambda run: f'<w:hyperlink r:id="{identity}" w:tooltip={tip}>{run}</w:hyperlink>')


def shape(inner: str, alt: str, kind: str = "rect") -> str:
    return (
        f'<mc:Choice Requires="wps"><w:drawing><wp:anchor simplePos="0" relativeHeight="2"><wp:extent cx="1800000" cy="500000"/>'
        f'<wp:docPr id="5" name="文本框 5" descr={quoteattr(alt)}/><a:graphic><a:graphicData uri="{DRAWING}"><wps:wsp>'
        f'<wps:spPr><a:prstGeom prst="{kind}"/></wps:spPr>{inner}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
    )


def text_box(paragraphs: str, alt: str = "") -> str:
    inside = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent>{shape(f'<wps:txbx>{inside}</wps:txbx>', alt)}"
        f'<mc:Fallback><w:pict><v:shape type="#_x0000_t202" alt={quoteattr(alt)} style="position:absolute"><v:textbox>{inside}'
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def text_box_copies(p: Package) -> None:
    p.compose()
    p.append_to(len(p.body) // 2, text_box(f"<w:p>{plain_run('当事人：')}{p.content(p.names[0])}</w:p>"))


def headers(p: Package) -> None:
    p.settings.append("<w:evenAndOddHeaders/>")
    for index, kind in enumerate(("default", "first", "even")):
        name = p.names[index % len(p.names)]
        p.header(kind, f"<w:p>{p.content(name + '等一案')}</w:p>")
        p.header(kind, f"<w:p>{p.content(name + '案，打印稿')}</w:p>", "ftr")


def notes(p: Package) -> None:
    p.compose()
    phone = f"1380013{p.rng.randint(1000, 9999)}"
    p.secrets.append(("t", phone))
    for sort, mark in (("footnote", "footnoteReference"), ("endnote", "endnoteReference")):
        text = f"<w:p>{plain_run('据')}{p.content(p.names[0])}{plain_run(f'称，其联系电话为{phone}。')}</w:p>"
        inner = (
            f'<w:{sort} w:type="separator" w:id="-1"><w:p/></w:{sort}><w:{sort} w:id="1">{text}</w:{sort}>'
        )
        p.part(f"{sort}s.xml", f"{sort}s", f"{XML}<w:{sort}s {SPACES}>{inner}</w:{sort}s>")
        p.append_to(len(p.body) // 2, f'<w:r><w:{mark} w:id="1"/></w:r>')


def nested_tables(p: Package) -> None:
    p.compose()
    first = next(i for i, x in enumerate(p.body) if "人" in x and i > 2)
    inner = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{''.join(p.body[3 : first + 3])}</w:tc></w:tr></w:tbl><w:p/>"
    p.body[3 : first + 3] = [
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr></w:tbl>"
    ]


def numbering(p: Package) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>'
    p.part(
        "numbering.xml",
        "numbering",
        f'{XML}<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lines = p.text.splitlines()
    start = next(i for i, line in enumerate(lines) if "查明" in line or "本院认为" in line)
    p.body = [p.paragraph(x, listed if start < i < start + 4 else "") for i, x in enumerate(lines)]


def strict(p: Package) -> None:
    p.strict = True


def properties(p: Package) -> None:
    names, base = "，".join(p.names), "application/vnd.openxmlformats-officedocument"
    p.parts["docProps/core.xml"] = (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{names}</dc:title><dc:subject>{names}</dc:subject><dc:creator>{p.names[0]}</dc:creator>"
        f"<cp:keywords>{names}</cp:keywords><cp:lastModifiedBy>{p.names[-1]}</cp:lastModifiedBy></cp:coreProperties>"
    )
    p.parts["docProps/app.xml"] = (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS Office</Application>'
        f"<Company>{names}</Company><Manager>{p.names[0]}</Manager></Properties>"
    )
    p.parts["docProps/custom.xml"] = (
        f'{XML}<Properties xmlns="{base}/custom-properties" xmlns:vt="{base}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name={quoteattr(p.names[0])}><vt:lpwstr>{names}</vt:lpwstr></property></Properties>'
    )
    p.parts["docProps/thumbnail.jpeg"] = (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
    )
    p.kinds |= {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{base}.extended-properties+xml",
        "docProps/custom.xml": f"{base}.custom-properties+xml",
    }
    p.package_relations += [
        (f"{META}/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
        ("custom-properties", "docProps/custom.xml"),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
            "docProps/thumbnail.jpeg",
        ),
    ]


def custom_xml(p: Package) -> None:
    p.parts["customXml/item1.xml"] = (
        f"{XML}<case><party>{escape(p.names[0])}</party><all>{'，'.join(p.names)}</all></case>"
    )
    p.relation("customXml", "../customXml/item1.xml")


def document_variables(p: Package) -> None:
    p.settings.append(
        f"<w:docVars><w:docVar w:name={quoteattr(p.names[0])} w:val={quoteattr('，'.join(p.names))}/></w:docVars>"
    )
    p.settings.append('<w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids>')
    p.parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target={quoteattr(f"file:///C:/模板/{p.names[0]}/裁定.dotx")} TargetMode="External"/></Relationships>'
    )


def bookmarks_and_styles(p: Package) -> None:
    p.compose()
    for index, name in enumerate(p.names):
        p.append_to(
            index + 3,
            f'<w:bookmarkStart w:id="{8000 + index}" w:name={quoteattr(name)}/><w:bookmarkEnd w:id="{8000 + index}"/>',
        )
    style = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="a9"><w:name w:val={quoteattr(p.names[0] + "案正文")}/></w:style>'
    p.part("styles.xml", "styles", f"{XML}<w:styles {SPACES}>{style}</w:styles>")


def alt_texts(p: Package) -> None:
    p.compose()
    line = shape("", p.names[0], "line")
    p.append_to(2, f"<w:r><mc:AlternateContent>{line}<mc:Fallback/></mc:AlternateContent></w:r>")
    caption = f"<w:tblCaption w:val={quoteattr(p.names[0])}/><w:tblDescription w:val={quoteattr('，'.join(p.names))}/>"
    p.body.insert(len(p.body) // 2, p.table([["附图", "无"]], caption))


def glossary(p: Package) -> None:
    part = f"<w:docPart><w:docPartPr><w:name w:val={quoteattr(p.names[0])}/></w:docPartPr><w:docPartBody><w:p>{plain_run('，'.join(p.names))}</w:p></w:docPartBody></w:docPart>"
    p.part(
        "glossary/document.xml",
        "glossaryDocument",
        f"{XML}<w:glossaryDocument {SPACES}><w:docParts>{part}</w:docParts></w:glossaryDocument>",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml",
    )
    p.part(
        "people.xml",
        "people",
        f'{XML}<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author={quoteattr(p.names[0])}/></w15:people>',
    )


def frame(p: Package) -> None:
    lines = p.text.splitlines()
    framed = '<w:framePr w:w="3000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right"/>'
    p.body = [p.paragraph(x, framed if i == 2 else "") for i, x in enumerate(lines)]


def odd_name(p: Package) -> None:
    p.main = "word/document2.xml"


def wide_encoding(p: Package) -> None:
    p.encoding = "utf-16"
