"""比较新版结果: what today's engine and policy would change in a draft, shown before anything changes (D18)."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from judgments.actions.engine import ENGINE_VERSION
from judgments.actions.rerun import Rerun
from judgments.redaction.edition import Edition
from judgments.staff.door import carry_out, judgment_or_404, needs, show, to_life
from judgments.staff.offers import Offer
from judgments.staff.verbs import seen_on_page
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class Change:
    """Public paragraphs as they are and as they would be; empty on the side where there are none."""

    before: str
    after: str


def changes(before: Edition, after: Edition) -> Iterator[Change]:
    """What differs between two editions of one document, paragraph by paragraph."""
    old, new = [p.text for p in before.paragraphs], [p.text for p in after.paragraphs]
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change("\n".join(old[start:end]), "\n".join(new[new_start:new_end]))


@require_http_methods(["GET", "POST"])
@needs(Post.TRIAL_MANAGEMENT)
def rerun(request: HttpRequest, pk: int) -> HttpResponse:
    """The comparison; sending its form adopts the newer result as the next draft."""
    judgment, actor = judgment_or_404(request, pk), actor_of(request)
    if not judgment.drafts.exists():
        messages.error(request, f"{judgment}还没有上网版草稿")
        return to_life(judgment)
    if request.method == "POST":
        adopted = carry_out(
            request, Rerun(judgment, actor, **seen_on_page(request)), f"{judgment}：已采用新版结果"
        )
        return redirect("admin:staff_review", judgment.pk) if adopted else to_life(judgment)
    action = Rerun(judgment, actor)
    before, after = Edition.from_json(action.draft.edition), action.outcome.edition
    return show(
        request,
        "rerun.html",
        f"比较新版结果 {judgment}",
        judgment=judgment,
        draft=action.draft,
        engine=ENGINE_VERSION,
        after=after,
        changes=list(changes(before, after)) if after else [],
        new_doubts=_not_in(after, before) if after else [],
        gone_doubts=_not_in(before, after) if after else [],
        corrections=len(action.corrections),
        offer=Offer("rerun", action),
    )


def _not_in(one: Edition, other: Edition) -> list[str]:
    """Texts of doubts that the other edition does not have."""
    known = {(d.code, d.text) for d in other.doubts}
    return [d.text for d in one.doubts if (d.code, d.text) not in known]
