"""Staff addresses of the execution logs."""

from enforcement_logs.staff import batches, bureau, entries
from liwan_court.staff_pages import page

urlpatterns = [
    page("write/", entries.write, "enforcement_write"),
    page("entries/", entries.entries, "enforcement_entries"),
    page("entries/<int:pk>/", entries.entry, "enforcement_entry"),
    page("entries/<int:pk>/<slug:verb>/", entries.act, "enforcement_act"),
    page("gaps/", bureau.gap_lists, "enforcement_gaps"),
    page("going-out/", bureau.going_out, "enforcement_going_out"),
    page("batches/", batches.batches, "enforcement_batches"),
    page("batches/publish/", batches.publish, "enforcement_publish"),
]
