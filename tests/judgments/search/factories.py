"""Invented public editions for the tests of search."""

import datetime as dt
from typing import Any

from judgments.search.document import IndexDocument


def make_document(
    document_id: int, text: str = "本院认为，被告应当偿还借款。", **values: Any
) -> IndexDocument:
    """A judgment of 2024 about a loan; what a test cares about is given by name."""
    number = values.pop("case_number", f"（2024）粤0103民初{1000 + document_id}号")
    defaults: dict[str, Any] = {
        "slug": f"judgment-{document_id}",
        "title": "民间借贷纠纷一审民事判决书",
        "case_number": number,
        "case_key": number.replace("（", "(").replace("）", ")"),
        "division": "民一庭",
        "kind": "判决书",
        "cause": "民间借贷纠纷",
        "field": "民事",
        "decided_on": dt.date(2024, 3, 1),
        "published_on": dt.date(2024, 4, 25),
        "batch": "2024-04",
        "statutes": (),
    }
    return IndexDocument(id=document_id, text=text, **{**defaults, **values})
