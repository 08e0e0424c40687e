"""Public editions for the tests of the writers, and the strategies that make odd ones."""

from __future__ import annotations

from hypothesis import strategies as st

from judgments.intake.document import Cell
from judgments.redaction.edition import Edition, Party, PublicParagraph

PARTS = [
    "court", "kind", "number", "parties", "procedure", "removed", "facts", "reasoning", "ruling", "fee", "signature",
    "other",
]  # fmt: skip

ORDINARY = (
    PublicParagraph("广州市荔湾区人民法院", "court", alignment="center"),
    PublicParagraph("民 事 判 决 书", "kind", alignment="center"),
    PublicParagraph("（2013）穗荔法民一初字第123号", "number", alignment="right"),
    PublicParagraph(
        "原告：×××，住广州市荔湾区龙津西路×××。", "parties", spans=((3, 6, "party"), (18, 21, "address"))
    ),
    PublicParagraph("（本段依本院规定删去。）", "removed"),
    PublicParagraph("经审理查明，原告于2012年5月交货。", "facts", heading=2, bold=True),
    PublicParagraph("品名", "facts", kind="table", cell=Cell(0, 0, 0)),
    PublicParagraph("金额", "facts", kind="table", cell=Cell(0, 0, 1)),
    PublicParagraph("合计", "facts", kind="table", cell=Cell(0, 1, 0, 2)),
    PublicParagraph("审　判　员　　陆　良", "signature"),
    PublicParagraph("第1页", "other", kind="footer"),
    PublicParagraph("页眉", "other", kind="header"),
)


def edition(*paragraphs: PublicParagraph, **fields) -> Edition:
    """An edition of these paragraphs, with a party and a secret that no file may carry."""
    values = {
        "status": "ready",
        "kind": "判决书",
        "case_number": "（2013）穗荔法民一初字第123号",
        "title": "×××与×××买卖合同纠纷一审民事判决书",
        "policy": "liwan-2013",
        "parties": (Party("原告", "沈立平"),),
        "secrets": (("party", "沈立平"),),
        "cause": "买卖合同纠纷",
        "decided_on": "2013-06-08",
    }
    return Edition(paragraphs=paragraphs or ORDINARY, **{**values, **fields})


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
"""Any text at all: control characters, half surrogates, astral characters."""


@st.composite
def paragraphs(draw: st.DrawFn) -> PublicParagraph:
    """A paragraph with any text, part, cell and spans, the spans not always inside the text."""
    numbers = [st.integers(0, 2), st.integers(0, 3), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3)]
    cells = st.builds(Cell, *numbers)
    spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 45), st.just("party")), max_size=3)
    return PublicParagraph(
        draw(ANY_TEXT),
        draw(st.sampled_from(PARTS)),
        alignment=draw(st.sampled_from([None, "left", "center", "right", "both"])),
        heading=draw(st.none() | st.integers(1, 9)),
        cell=draw(st.none() | cells),
        bold=draw(st.booleans()),
        spans=tuple(draw(spans)),
    )


ANY_EDITION = st.lists(paragraphs(), min_size=1, max_size=12).map(lambda rows: edition(*rows))
