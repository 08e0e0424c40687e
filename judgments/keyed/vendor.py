"""Documents from the case-management system: they enter intake exactly as an upload does, never past review (R22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from judgments.actions.base import ActionRefused
from judgments.actions.submit import submit
from liwan_court.registry.views.vendor import for_vendor

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

MOST_FILES: Final = 20


@csrf_exempt
@require_POST
@for_vendor
def documents(request: HttpRequest, _user: User, actor: Actor) -> HttpResponse:
    """Take in files sent as `files` of a form; the answer says which were queued, and nothing of any case."""
    sent = request.FILES.getlist("files")
    if len(sent) > MOST_FILES:
        return JsonResponse({"error": f"一次最多{MOST_FILES}个文件"}, status=413)
    try:
        batch = submit(
            actor,
            [(file.name or "", file.read(settings.UPLOAD_LIMIT_BYTES + 1)) for file in sent],
            by_system=True,
        )
    except ActionRefused as refused:
        return JsonResponse({"error": "；".join(refused.messages)}, status=400)
    rows = [
        {"file": place, "sha256": row.sha256, "queued": not row.is_refused}
        for place, row in enumerate(batch.uploads.order_by("pk"), 1)
    ]
    return JsonResponse({"batch": batch.pk, "files": rows})
