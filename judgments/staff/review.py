"""Review: the doubts first, then the original and the public edition side by side, every place open to correction (R29)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.views.decorators.http import require_GET

from judgments.actions.rerun import is_outdated
from judgments.actions.review import NEEDS_ANOTHER_FILE, PASSAGE_DOUBTS, Approve, Return
from judgments.models import Judgment
from judgments.models.amendments import steps_in_force
from judgments.redaction.edition import Edition
from judgments.staff import compare, queue
from judgments.staff.door import judgment_or_404, needs, show, to_life
from judgments.staff.forms import ReasonForm
from judgments.staff.offers import Offer
from judgments.staff.originals import source_of
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from judgments.models import Draft
    from liwan_court.registry.posts import Actor

DECIDED_BY_MASKING = frozenset(
    {"other_person", "addressed_by_surname", "house_number", "near_name", "ambiguous_name"}
)
"""Doubts whose word stands in the draft: masking it is one of the answers."""
DECIDED_BY_KEEPING = frozenset({"undeclared_short_form"})
"""Doubts whose word the draft hides: keeping it is one of the answers."""


@require_GET
@needs(Post.TRIAL_MANAGEMENT)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The latest draft beside the original. Opening it is a look at the original and recorded as one."""
    judgment, actor = judgment_or_404(request, pk), actor_of(request)
    draft = latest_draft(judgment)
    if draft is None:
        messages.error(request, f"{judgment}还没有上网版草稿，不能审核")
        return to_life(judgment)
    context = {
        **work(judgment, actor, draft, recorded=True),
        "return_offer": Offer("return", Return(judgment, actor, ""), ReasonForm()),
        "outdated": is_outdated(draft),
        "progress": queue.progress(actor, judgment.pk),
        "kinds": compare.CATEGORIES,
    }
    return show(request, "review.html", f"审核 {judgment}", **context)


def latest_draft(judgment: Judgment) -> Draft | None:
    """The draft that is reviewed, None before there is one."""
    return (
        judgment.drafts.select_related("upload__batch", "party_list__confirmed_by")
        .order_by("-serial")
        .first()
    )


def work(judgment: Judgment, actor: Actor, draft: Draft, *, recorded: bool) -> dict[str, Any]:
    """What the page shows of a draft and shows anew after each step."""
    edition = Edition.from_json(draft.edition)
    source = source_of(draft.upload, actor, recorded=recorded)
    done, undone = steps_in_force(list(draft.amendments.all()))
    return {
        "judgment": judgment,
        "draft": draft,
        "doubts": [_doubt(row) for row in sorted(draft.doubts, key=_rank)],
        "open_count": len(draft.open_doubts),
        "notice_count": sum(not row["blocking"] and not row["settled"] for row in draft.doubts),
        "rows": compare.rows(source.paragraphs, edition) if source else compare.public_only(edition),
        "findings": source.findings if source else (),
        "hidden": source.hidden_strings if source else (),
        "has_source": source is not None,
        "categories": compare.CATEGORIES,
        "approve": Offer("approve", Approve(judgment, actor)),
        "replacements": edition.replacements,
        "editable": judgment.state == Judgment.State.REVIEW and not is_outdated(draft),
        "steps": len(done),
        "can_redo": bool(undone),
        "ordinals_on": sum(row.verb == "ordinals" for row in done) % 2 == 1,
    }


def _rank(row: dict[str, Any]) -> tuple[bool, bool, int]:
    """Open blocking doubts first, then open notices, then what is settled."""
    return bool(row["settled"]), not row["blocking"], row["number"]


def _doubt(row: dict[str, Any]) -> dict[str, Any]:
    """A doubt with the answers one key can give."""
    has_word = bool(row.get("target") or row.get("place"))
    return {
        **row,
        "hard": row["code"] in NEEDS_ANOTHER_FILE and row["code"] not in PASSAGE_DOUBTS,
        "passages": row["code"] in PASSAGE_DOUBTS,
        "may_mask": has_word and row["code"] in DECIDED_BY_MASKING,
        "may_keep": has_word and row["code"] in DECIDED_BY_KEEPING,
    }
