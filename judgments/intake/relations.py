"""Which part of a package points to which."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from judgments.intake.container import Package
from judgments.intake.document import Refused
from judgments.intake.refusals import refuse_format
from judgments.intake.xmltree import parse


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of the type; `target` a part name, or an address if external."""

    kind: str
    target: str
    external: bool


def relations_of(package: Package, part: str) -> list[Relation]:
    """Relations of a part in the order of the file; of the whole package for part ""."""
    folder, name = posixpath.split(part)
    location = posixpath.join(folder, "_rels", f"{name}.rels")
    if location not in package:
        return []
    relations = []
    for row in parse(package.xml(location), location):
        target = row.get("Target", "")
        external = row.get("TargetMode", "").lower() == "external"
        if not external:
            target = _part_name(folder, target)
        relations.append(Relation(row.get("Type", "").rpartition("/")[2], target, external))
    return relations


def main_part(package: Package) -> str:
    """The name of the text part. Raises `Refused` (not_docx) where the package has none."""
    for relation in relations_of(package, ""):
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise _without_text_part()


def _part_name(folder: str, target: str) -> str:
    target = unquote(target.replace("\\", "/").partition("#")[0])
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _without_text_part() -> Refused:
    return refuse_format("unknown")
