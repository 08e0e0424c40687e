"""The fixed parts of every public .docx: A4, a court's type, no trace of a machine or a person."""

from __future__ import annotations

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

COURT = "广州市荔湾区人民法院"

DOCUMENT_HEAD = f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>'
DOCUMENT_FOOT = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" '
    'w:gutter="0"/><w:cols w:space="425"/></w:sectPr></w:body></w:document>'
)
TEXT_WIDTH = 11906 - 1588 - 1474
"""Width of the text in twentieths of a point."""


def _relation(number: int, kind: str, target: str, base: str = _R) -> str:
    return f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'


def _paragraph_style(style: str, name: str, paragraph: str, run: str = "", *, default: bool = False) -> str:
    opening = '<w:style w:type="paragraph" w:default="1"' if default else '<w:style w:type="paragraph"'
    based_on = "" if default else '<w:basedOn w:val="Text"/>'
    return (
        f'{opening} w:styleId="{style}"><w:name w:val="{name}"/>{based_on}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="Times New Roman"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_SINGLE = '<w:spacing w:line="560" w:lineRule="exact"/>'
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_TITLE = f"<w:b/>{_size(44)}"

_STYLES = "".join(
    (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_font("仿宋")}{_size(32)}',
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
        _paragraph_style(
            "Text",
            "Normal",
            f'{_SINGLE}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
            default=True,
        ),
        _paragraph_style(
            "Court",
            "Court",
            f'<w:spacing w:before="240" w:line="700" w:lineRule="exact"/>{_NO_INDENT}<w:jc w:val="center"/>',
            f"{_font('宋体')}{_TITLE}",
        ),
        _paragraph_style(
            "Kind",
            "Kind",
            f'<w:spacing w:after="240" w:line="700" w:lineRule="exact"/>{_NO_INDENT}<w:jc w:val="center"/>',
            f"{_font('宋体')}{_TITLE}",
        ),
        _paragraph_style("Number", "Number", f'<w:spacing w:after="240"/>{_NO_INDENT}<w:jc w:val="right"/>'),
        _paragraph_style("Heading", "Heading", "<w:keepNext/>", f"{_font('黑体')}"),
        _paragraph_style("Removed", "Removed", "", _font("楷体")),
        _paragraph_style("Signature", "Signature", f'{_NO_INDENT}<w:jc w:val="right"/>'),
        _paragraph_style(
            "Cell", "Cell", f'<w:spacing w:line="400" w:lineRule="exact"/>{_NO_INDENT}', _size(28)
        ),
        _paragraph_style("Note", "Note", '<w:spacing w:line="400" w:lineRule="exact"/>', _size(24)),
        _paragraph_style(
            "Foot", "Foot", f'{_NO_INDENT}<w:jc w:val="center"/>', f"{_font('宋体')}{_size(28)}"
        ),
        "</w:styles>",
    )
)

_FOOTER = (
    f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)

_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{part}" ContentType="{kind}+xml"/>'
        for part, kind in (
            ("word/document.xml", f"{_OFFICE}.wordprocessingml.document.main"),
            ("word/styles.xml", f"{_OFFICE}.wordprocessingml.styles"),
            ("word/settings.xml", f"{_OFFICE}.wordprocessingml.settings"),
            ("word/footer1.xml", f"{_OFFICE}.wordprocessingml.footer"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
            ("docProps/app.xml", f"{_OFFICE}.extended-properties"),
        )
    )
    + "</Types>"
)

_ROOT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE_RELATIONS}">'
    + _relation(1, "officeDocument", "word/document.xml")
    + _relation(2, "metadata/core-properties", "docProps/core.xml", _PACKAGE_RELATIONS)
    + _relation(3, "extended-properties", "docProps/app.xml")
    + "</Relationships>"
)

_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE_RELATIONS}">'
    + _relation(1, "styles", "styles.xml")
    + _relation(2, "settings", "settings.xml")
    + _relation(3, "footer", "footer1.xml")
    + "</Relationships>"
)

_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/></w:settings>'
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{COURT}</Company></Properties>"
)

STATIC_PARTS: tuple[tuple[str, bytes], ...] = tuple(
    (name, text.encode())
    for name, text in (
        ("[Content_Types].xml", _CONTENT_TYPES),
        ("_rels/.rels", _ROOT_RELATIONS),
        ("word/_rels/document.xml.rels", _DOCUMENT_RELATIONS),
        ("word/styles.xml", _STYLES),
        ("word/settings.xml", _SETTINGS),
        ("word/footer1.xml", _FOOTER),
        ("docProps/app.xml", _APP),
    )
)
"""Parts that are the same in every file; the content types come first, as Word writes them."""


def core_properties(title: str) -> str:
    """Neutral properties: the court as author, the public title (already escaped), no person, fixed dates.

    The dates are fixed so that the same edition always gives the same bytes.
    """
    when = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2013-01-01T00:00:00Z</dcterms:{0}>'
    return (
        f"{_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{COURT}</dc:creator>"
        f"{when.format('created')}{when.format('modified')}</cp:coreProperties>"
    )
