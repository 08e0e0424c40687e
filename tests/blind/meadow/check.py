"""Look through the corpus itself for slips in its truth; run with ``python -m tests.blind.meadow.check``."""

from __future__ import annotations

import io
import re
import sys

from docx import Document

from tests.blind.meadow import corpus, forms
from tests.heldback import markup
from tests.heldback.corpus import Specimen


def slips(one: Specimen, text: str) -> list[str]:
    """Whatever contradicts the marks of one document."""
    found = []
    opened = re.findall(f"[{markup.C}{markup.D}{markup.E}]", text)
    if any((ch == markup.E) == (i % 2 == 0) for i, ch in enumerate(opened)) or len(opened) % 2:
        found.append("passage marks do not pair")
    if re.search(f"{markup.E}\\s*[{markup.D}][^{markup.E}]*{markup.E}\\s*{markup.D}", text):
        found.append("two defence passages touch")
    if text.count(markup.CLOSE) != text.count(markup.SECRET) + text.count(markup.SOFT):
        found.append("secret marks do not pair")
    bare = re.sub(f"{markup.SECRET}[^{markup.CLOSE}]*{markup.CLOSE}", "※", text)
    for item in one.truth.secrets:
        if item.category.startswith("house"):
            continue
        if markup.fold(item.text) in markup.fold(bare):
            found.append(f"stands unmarked: {item.text}")
    for party in one.parties:
        if party in bare:
            found.append(f"party unmarked: {party}")
        if party not in markup.fold(one.truth.original):
            found.append(f"party missing: {party}")
    names = [n for n in (*one.parties, *one.officials) if len(n) <= 4]
    names += [s.text for s in one.truth.secrets if s.category == "representative or agent"]
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            same = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
            if a != b and (same or a in b or b in a):
                found.append(f"too alike: {a} {b}")
    removed = "".join(p.text for p in one.truth.passages)
    found += [
        f"official missing: {n}" for n in one.officials if n not in one.truth.expected and n not in removed
    ]
    if markup.fold(one.case_number) not in markup.fold(one.truth.original):
        found.append("case number missing")
    body = "".join(p.text for p in Document(io.BytesIO(one.data)).paragraphs)
    if len(body) < 300 or re.search(r"[{}]|None|<tests", one.truth.original):
        found.append("text looks broken")
    found += [
        f"no passage end: {p.text[-20:]}" for p in one.truth.passages if p.text.strip()[-1] not in "。”"
    ]
    return found


def main() -> int:
    faults = 0
    sizes = []
    for index, template in enumerate(forms.ALL):
        for cast in range(corpus.CASTS):
            _, text = corpus._template(template, index, cast, 1)
            one = corpus.specimen(template, index, cast, 1)
            sizes.append(len(one.truth.original))
            for slip in slips(one, text):
                faults += 1
                sys.stdout.write(f"{one.stem}: {slip}\n")
    sys.stdout.write(
        f"{len(forms.ALL)} templates, {len(sizes)} documents, {min(sizes)}-{max(sizes)} characters, {faults} slips\n"
    )
    return faults


if __name__ == "__main__":
    sys.exit(bool(main()))
