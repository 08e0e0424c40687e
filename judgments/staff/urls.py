"""Addresses of the staff pages, below the admin's. Each is closed to whoever may not enter the admin, and never cached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import path

from judgments.staff import (
    amending,
    batches,
    kept_terms,
    life,
    marks,
    originals,
    quality,
    reconciliation,
    reports,
    rerun,
    review,
    timetable,
    uploads,
    verbs,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from django.urls import URLPattern


def page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """One staff page."""
    return path(route, admin.site.admin_view(view), name=f"staff_{name}")


urlpatterns = [
    page("upload/", uploads.upload, "upload"),
    page("upload/<int:pk>/", uploads.upload_batch, "upload_batch"),
    page("files/", uploads.waiting_files, "waiting_files"),
    page("files/<int:pk>/number/", uploads.give_number, "give_number"),
    page("files/<int:pk>/replace/", uploads.replace_file, "replace_file"),
    page("files/<int:pk>/again/", uploads.process_again, "process_again"),
    page("files/<int:pk>/set-aside/", uploads.set_aside, "set_aside"),
    page("files/<int:pk>/original/", originals.original, "original"),
    page("judgments/<int:pk>/", life.life, "life"),
    page("judgments/<int:pk>/review/", review.review, "review"),
    page("judgments/<int:pk>/review/amend/", amending.amend, "amend"),
    page("judgments/<int:pk>/review/newer/", rerun.rerun, "rerun"),
    page("kept-terms/", kept_terms.kept_terms, "kept_terms"),
    page("kept-terms/<int:pk>/retire/", kept_terms.retire, "kept_term_retire"),
    page("quality/", quality.quality, "quality"),
    page("judgments/<int:pk>/approve/", verbs.approve, "approve"),
    page("judgments/<int:pk>/return/", verbs.return_draft, "return"),
    page("judgments/<int:pk>/parties/", verbs.confirm_parties, "parties"),
    page("judgments/<int:pk>/division/", verbs.assign_division, "division"),
    page("judgments/<int:pk>/service/", verbs.set_service, "service"),
    page("judgments/<int:pk>/decide-mark/", verbs.decide_mark, "decide-mark"),
    page("judgments/<int:pk>/lift-mark/", verbs.lift_mark, "lift-mark"),
    page("judgments/<int:pk>/request/", verbs.enter_request, "request_for"),
    page("judgments/<int:pk>/decide-request/", verbs.decide_request, "decide-request"),
    page("judgments/<int:pk>/hold/", verbs.hold_entry, "hold"),
    page("judgments/<int:pk>/withdraw/", verbs.withdraw, "withdraw"),
    page("judgments/<int:pk>/begin-correction/", verbs.begin_correction, "begin-correction"),
    page("judgments/<int:pk>/correct/", verbs.correct, "correct"),
    page("mark/", marks.mark, "mark"),
    page("mark/<int:pk>/print/", marks.print_form, "mark_print"),
    page("requests/", marks.request_by_number, "request"),
    page("reports/", reports.overview, "reports"),
    page("reports/<str:period>/<slug:code>/", reports.report, "report"),
    page("reconciliation/", reconciliation.now, "reconciliation_now"),
    page("reconciliation/<str:period>/", reconciliation.reconciliation, "reconciliation"),
    page("outstanding/", reconciliation.outstanding, "outstanding"),
    page("outstanding/<str:day>/", reconciliation.kept_list, "kept_list"),
    page("batches/", batches.batches, "batches"),
    page("batches/<str:period>/supplement/", batches.supplement, "supplement"),
    page("timetable/", timetable.timetable, "timetable"),
    page("timetable/<str:name>/<str:period>/", timetable.dry_run, "dry_run"),
]
