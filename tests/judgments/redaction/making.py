"""Invented judgments for the tests: a whole document from a head, the pleadings and facts, and a tail."""

from __future__ import annotations

from judgments.intake.document import Paragraph, SourceDocument
from judgments.redaction.edition import Edition
from judgments.redaction.engine import redact

FRONT = "广东省广州市荔湾区人民法院\n民 事 判 决 书\n（2019）粤0103民初77号"
PARTIES = (
    "原告：沈立平，男，1980年1月1日出生，汉族，住广州市荔湾区龙津西路逢源北街84号之一502房，公民身份号码440103198001011234。\n"
    "被告：何秀莲，女，1981年1月1日出生，住广州市荔湾区多宝路7号。"
)
PROCEDURE = (
    "原告沈立平与被告何秀莲{cause}一案，本院于2019年1月5日立案后，公开开庭进行了审理。本案现已审理终结。"
)
PLEADINGS = "沈立平向本院提出诉讼请求：1．判令何秀莲还款。\n何秀莲辩称，已还。"
FACTS = "经审理查明：2018年5月3日，沈立平出借款项给何秀莲。"
TAIL = (
    "本院认为，借贷关系合法有效。依照《中华人民共和国合同法》第二百零六条之规定，判决如下：\n"
    "何秀莲于本判决生效之日起十日内还款。\n案件受理费50元，由何秀莲负担。\n"
    "如不服本判决，可在判决书送达之日起十五日内上诉于广东省广州市中级人民法院。\n"
    "审　判　员　　王　强\n二〇一九年四月五日\n书　记　员　　梁　静"
)


def document(text: str) -> SourceDocument:
    """A source document with one body paragraph a line; ⏎ is a line break inside a paragraph."""
    return SourceDocument(
        tuple(
            Paragraph(line.replace("⏎", "\n"), f"正文第{number}段")
            for number, line in enumerate(text.split("\n"), 1)
        )
    )


def judgment(
    *,
    front: str = FRONT,
    parties: str = PARTIES,
    cause: str = "民间借贷纠纷",
    procedure: str | None = None,
    pleadings: str = PLEADINGS,
    facts: str = FACTS,
    tail: str = TAIL,
) -> str:
    """The text of a whole judgment; any part can be put in the test's own words."""
    pieces = (front, parties, procedure or PROCEDURE.format(cause=cause), pleadings, facts, tail)
    return "\n".join(piece for piece in pieces if piece)


def redacted(text: str, **options) -> Edition:
    """The edition of a text."""
    return redact(document(text), **options)


def public(edition: Edition) -> str:
    """All public text of an edition."""
    return "\n".join(paragraph.text for paragraph in edition.paragraphs)


def blocking(edition: Edition) -> set[str]:
    """The codes of the blocking doubts."""
    return {doubt.code for doubt in edition.doubts if doubt.blocking}


def notices(edition: Edition) -> set[str]:
    """The codes of the notices."""
    return {doubt.code for doubt in edition.doubts if not doubt.blocking}


def names(edition: Edition) -> list[tuple[str, str]]:
    """The parties as (role, name)."""
    return [(party.role, party.name) for party in edition.parties]
