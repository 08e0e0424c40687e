"""Review: the doubts first, then the original and the public edition side by side (R29)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.views.decorators.http import require_GET

from judgments.actions.review import NEEDS_ANOTHER_FILE, Approve, Return
from judgments.redaction.edition import Edition
from judgments.staff import compare
from judgments.staff.door import judgment_or_404, needs, show, to_life
from judgments.staff.forms import ReasonForm
from judgments.staff.offers import Offer
from judgments.staff.originals import source_of
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
@needs(Post.TRIAL_MANAGEMENT)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The latest draft beside the original. Opening it is a look at the original and recorded as one."""
    judgment, actor = judgment_or_404(request, pk), actor_of(request)
    draft = judgment.drafts.select_related("upload", "party_list__confirmed_by").order_by("-serial").first()
    if draft is None:
        messages.error(request, f"{judgment}还没有上网版草稿，不能审核")
        return to_life(judgment)
    edition = Edition.from_json(draft.edition)
    source = source_of(draft.upload, actor)
    doubts = [{**row, "hard": row["code"] in NEEDS_ANOTHER_FILE} for row in draft.doubts]
    context = {
        "judgment": judgment,
        "draft": draft,
        "doubts": sorted(doubts, key=lambda row: (not row["blocking"], row["number"])),
        "rows": compare.rows(source.paragraphs, edition) if source else compare.public_only(edition),
        "findings": source.findings if source else (),
        "hidden": source.hidden_strings if source else (),
        "has_source": source is not None,
        "categories": compare.CATEGORIES,
        "approve": Offer("approve", Approve(judgment, actor)),
        "return_offer": Offer("return", Return(judgment, actor, ""), ReasonForm()),
        "replacements": edition.replacements,
    }
    return show(request, "review.html", f"审核 {judgment}", **context)
