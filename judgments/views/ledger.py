"""The publication ledger: to read, to take away, and to verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render

from judgments.ledger import GENESIS
from judgments.models import LedgerEntry
from judgments.views.batches import page_number
from liwan_court.paging import Pager
from liwan_court.public import public_page
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

PAGE_SIZE = 50
HEAD = "number\tat\tevent\tslug\tversion\tcontent_sha256\tprevious_hash\thash\n"


@public_page()
def ledger_page(request: HttpRequest) -> HttpResponse:
    """The newest entries first, and how anyone can check the chain."""
    rows = LedgerEntry.objects.order_by("-number")
    pager = Pager(rows.count(), page_number(request), PAGE_SIZE, lambda page: f"/ledger/?page={page}")
    if pager.is_beyond:
        return redirect(pager.address(pager.last))
    context = {"entries": rows[pager.slice], "pager": pager, "genesis": GENESIS}
    return render(request, "public/ledger.html", context)


@public_page(index=False)
def ledger_file(_request: HttpRequest) -> StreamingHttpResponse:
    """The whole chain, oldest first, tab-separated, the fields exactly as they are hashed."""
    response = StreamingHttpResponse(_lines(), content_type="text/tab-separated-values; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="ledger.tsv"'
    return response


def _lines() -> Iterator[str]:
    yield HEAD
    for entry in LedgerEntry.objects.order_by("number").iterator(chunk_size=1000):
        moment = clock.local(entry.at).isoformat(timespec="seconds")
        fields = (
            str(entry.number), moment, entry.event, entry.slug, str(entry.version),
            entry.content_sha256, entry.previous_hash, entry.hash,
        )  # fmt: skip
        yield "\t".join(fields) + "\n"
