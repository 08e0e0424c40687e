"""Every document of this corpus with the truth about it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.blind.harbour import (  # noqa: F401  (each module enters its templates into the list)
    administrative,
    appeals,
    broken,
    civil_rulings,
    criminal,
    criminal_more,
    enforcement,
    other_kinds,
)
from tests.blind.harbour import faults as x
from tests.blind.harbour import features as f
from tests.blind.harbour.cast import Cast
from tests.blind.harbour.registry import TEMPLATES, Template
from tests.blind.harbour.word import Package
from tests.heldback import markup, packages
from tests.heldback.corpus import Specimen

NAMES = {"party", "representative or agent", "victim or minor", "alias"}


@dataclass(frozen=True)
class Folder:
    """A package with one peculiarity, filled with the text of a template."""

    name: str
    base: str
    change: Callable[[Package], object]
    statuses: tuple[str, ...] = ("ready",)
    copies: int = 1


HELD, REFUSED = ("held",), ("refused",)
FOLDERS = [
    Folder("t04_smart_tags", "preservation", f.smart_tags, copies=2),
    Folder("t79_fields", "freezing", f.fields),
    Folder("t04_content_controls", "t25_withdrawal", f.content_controls),
    Folder("t81_block_controls", "t66_dismissal", f.block_controls),
    Folder("t03_broken_names", "debtor_added", f.broken_names, copies=2),
    Folder("t04_hyperlinks", "bankruptcy_opened", f.hyperlinks),
    Folder("t74_text_box_copies", "theft", f.text_box_copies),
    Folder("t73_headers", "second_instance", f.headers),
    Folder("t75_notes", "outsider_objection", f.notes),
    Folder("nested_tables", "fine_enforced", f.nested_tables),
    Folder("automatic_numbers", "t66_administrative_dismissal", f.numbering),
    Folder("t89_strict", "administrative_withdrawal", f.strict),
    Folder("t80_properties", "false_invoices", f.properties),
    Folder("t81_custom_xml", "advance_payment", f.custom_xml),
    Folder("t81_document_variables", "drunk_driving", f.document_variables),
    Folder("t83_bookmarks_and_styles", "t66_jurisdiction", f.bookmarks_and_styles),
    Folder("t82_alt_texts", "sent_back", f.alt_texts),
    Folder("t86_glossary", "closed_for_now", f.glossary),
    Folder("t70_framed_number", "appeal_dismissed", f.frame),
    Folder("odd_main_part", "award_not_enforced", f.odd_name),
    Folder("wide_encoding", "commutation", f.wide_encoding),
    Folder("t77_tracked", "deemed_withdrawal", x.tracked, HELD),
    Folder("t77_moved", "pre_suit_preservation", x.moved, HELD),
    Folder("t77_formatting", "not_accepted", x.formatting_change, ("held", "ready")),
    Folder("t76_comment", "auction_confirmed", x.comments, HELD),
    Folder("t78_hidden", "theft", x.hidden, HELD),
    Folder("t78_hidden_by_style", "demolition_enforced", x.hidden_by_style, HELD),
    Folder("t78_white", "freezing", x.white, HELD),
    Folder("t84_embedded", "preservation", x.embedded, HELD),
    Folder("t84_alternative_chunk", "closed_for_now", x.alternative_chunk, HELD),
    Folder("t85_image", "appeal_withdrawn", x.image, HELD),
    Folder("t85_old_picture", "suspension", x.old_picture, HELD),
    Folder("t86_chart", "bankruptcy_closed", x.chart, HELD),
    Folder("t70_mark_header", "t25_withdrawal", x.mark_in_header, HELD, 2),
    Folder("t70_mark_first_header", "drunk_driving", x.mark_in_first_header, HELD),
    Folder("t70_mark_text_box", "t66_dismissal", x.mark_in_text_box, HELD),
    Folder("t70_mark_header_box", "second_instance", x.mark_in_header_box, HELD),
    Folder("t70_mark_cell", "commutation", x.mark_in_cell, HELD),
    Folder("t70_mark_watermark", "fine_enforced", x.mark_in_watermark, HELD),
    Folder("t70_mark_word_art", "t24_half_width_lists", x.mark_in_word_art, HELD),
    Folder("t70_mark_comment", "private_prosecution_withdrawn", x.mark_in_comment, HELD),
    Folder("t70_mark_right", "sent_back", x.mark_on_the_right, HELD, 2),
    Folder("t70_mark_frame", "advance_payment", x.mark_in_frame, HELD),
    Folder("t88_macro", "correction", broken.macro, REFUSED),
    Folder("t88_macro_in_disguise", "correction", broken.macro_in_disguise, REFUSED),
    Folder("t88_encrypted", "correction", broken.encrypted, REFUSED),
    Folder("t88_old_word", "correction", broken.old_word, REFUSED),
    Folder("t88_bomb", "correction", broken.bomb, REFUSED),
    Folder("truncated", "correction", broken.truncated, REFUSED),
    Folder("torn_part", "suspension", broken.torn_part, REFUSED),
    Folder("wrong_checksum", "suspension", broken.wrong_checksum, REFUSED),
    Folder("external_entity", "t25_withdrawal", broken.external_entity, REFUSED),
    Folder("entity_expansion", "t25_withdrawal", broken.entity_expansion, REFUSED),
    Folder("no_bytes", "t25_withdrawal", broken.no_bytes, REFUSED),
    Folder("no_text", "t25_withdrawal", broken.no_text, REFUSED),
    Folder("t85_pictures_only", "t25_withdrawal", broken.pictures_only, REFUSED),
    Folder("t88_rich_text", "t25_withdrawal", broken.rich_text, REFUSED),
    Folder("t88_plain_text", "t25_withdrawal", broken.plain_text, REFUSED),
    Folder("no_main_part", "t25_withdrawal", broken.no_main_part, REFUSED),
]
_BY_NAME = {t.name: t for t in TEMPLATES}


def _written(template: Template, key: str) -> tuple[Cast, markup.Truth]:
    cast = Cast(key)
    return cast, markup.read(template.write(cast))


def _names(truth: markup.Truth) -> list[str]:
    """The plain names that stand in the text, the first party first."""
    return [s.text for s in truth.secrets if s.category in NAMES and len(s.text) > 1]


def _specimen(
    stem: str,
    skeleton: str,
    kind: str,
    statuses: tuple[str, ...],
    cast: Cast,
    truth: markup.Truth,
    data: bytes,
) -> Specimen:
    return Specimen(
        stem,
        skeleton,
        kind,
        statuses,
        cast.number,
        tuple(dict.fromkeys(cast.parties)),
        tuple(n for n in cast.officials if n in truth.expected),
        truth,
        data,
    )


def from_template(template: Template, copy: int, seed: int) -> Specimen:
    """Plain text, through python-docx or by hand in turn."""
    key = f"harbour:{seed}:{template.name}:{copy}"
    cast, truth = _written(template, key)
    if zlib.crc32(key.encode()) % 3:
        data = packages.with_library(truth.original, "")
    else:
        package = Package(truth.original, key, [])
        package.compose()
        data = package.bytes()
    return _specimen(
        f"harbour-{template.name}-{copy}", template.name, template.kind, template.statuses, cast, truth, data
    )


def from_folder(folder: Folder, copy: int, seed: int) -> Specimen:
    template = _BY_NAME[folder.base]
    key = f"harbour:{seed}:{folder.name}:{copy}"
    cast, truth = _written(template, key)
    package = Package(truth.original, key, _names(truth))
    result = folder.change(package)
    if isinstance(result, bytes):
        data = result
    else:
        if not package.body or (len(package.body) == 1 and package.body[0].startswith("<w:altChunk")):
            package.compose()
        data = package.bytes()
    more = [markup.Secret(markup.CATEGORIES[code], text, (text,)) for code, text in package.secrets]
    truth = replace(truth, secrets=[*truth.secrets, *more])
    return _specimen(
        f"harbour-{folder.name}-{copy}", folder.name, template.kind, folder.statuses, cast, truth, data
    )


def specimens(seed: int = 1) -> list[Specimen]:
    """The whole corpus; the same seed gives the same texts."""
    found = [from_template(t, copy, seed) for t in TEMPLATES for copy in range(t.copies)]
    return found + [from_folder(o, copy, seed) for o in FOLDERS for copy in range(o.copies)]


def marked_in_the_file_name(seed: int = 1) -> list[Specimen]:
    """Apart from the rest because their stems are not ascii: the mark stands in the file name only."""
    chosen = ["theft", "t25_withdrawal", "administrative_withdrawal"]
    stems = ["盗窃案判决书（不上网公开）", "不上网公开-准许撤诉", "行政裁定 不上网"]
    return [
        replace(
            from_template(_BY_NAME[name], 9, seed), stem=stem, skeleton="t70_mark_file_name", statuses=HELD
        )
        for name, stem in zip(chosen, stems, strict=True)
    ]
