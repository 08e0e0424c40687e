"""Look over the corpus itself: names left unmarked, unbalanced marks, files that do not open."""

from __future__ import annotations

import hashlib
import io
import re
import sys
import zipfile
from collections import Counter

from docx import Document
from lxml import etree

from tests.blind.harbour.corpus import marked_in_the_file_name, specimens
from tests.heldback.corpus import Specimen
from tests.heldback.markup import fold

REFERENCE = re.compile("[\ue000-\ue012]")
UNREADABLE = {"t89_strict"}
NAMES = {"party", "representative or agent", "victim or minor", "alias", "undeclared short form"}


def faults(one: Specimen) -> list[str]:
    truth, found = one.truth, []
    if REFERENCE.search(truth.original) or REFERENCE.search(truth.expected):
        found.append("a mark is left in the text")
    for secret in truth.secrets:
        if secret.category in NAMES and fold(secret.text) in truth.expected:
            place = truth.expected.find(fold(secret.text))
            found.append(f"{secret.text} unmarked: {truth.expected[place - 15 : place + 20]}")
    missing = [p for p in one.parties if fold(p) not in fold(truth.original)]
    found += [f"party {p} not in the text" for p in missing]
    found += [
        f"official {p} not in the public text"
        for p in one.officials
        if p not in truth.expected and not any(p in fold(q.text) for q in truth.passages)
    ]
    if one.statuses[0] != "refused":
        if one.case_number and fold(one.case_number) not in fold(truth.original):
            found.append("case number")
        if not one.case_number:
            found.append("no case number")
        numbers = re.findall(r"(?<![\d号第初执终再申催破保恢异审督特赔更〕])\d{1,3}号", truth.expected)
        found += [
            f"number kept: {n} in {truth.expected[truth.expected.find(n) - 20 :][:40]}" for n in numbers
        ]
        with zipfile.ZipFile(io.BytesIO(one.data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name))
        if one.skeleton not in UNREADABLE:
            Document(io.BytesIO(one.data))
    return found


def digest(seed: int) -> str:
    texts = "".join(s.truth.original for s in specimens(seed))
    return hashlib.sha256(texts.encode()).hexdigest()


def main() -> int:
    seeds, bad = range(1, 6), 0
    for seed in seeds:
        everything = [*specimens(seed), *marked_in_the_file_name(seed)]
        stems = Counter(s.stem for s in everything)
        assert max(stems.values()) == 1
        assert all(s.stem.isascii() for s in specimens(seed))
        for one in everything:
            for fault in faults(one):
                bad += 1
                print(seed, one.stem, fault)  # noqa: T201
    assert digest(1) == digest(1)
    return bad


if __name__ == "__main__":
    sys.exit(bool(main()))
