"""Addresses of the public judgment pages. They are permanent: what was once given out keeps working (R37)."""

from django.urls import path, re_path

from judgments.feeds import LatestEditions
from judgments.keyed import party, vendor
from judgments.views import (
    batches,
    downloads,
    grounds,
    home,
    judgment,
    ledger,
    listing,
    openness,
    problem,
    register,
)
from liwan_court.public import public_page

app_name = "judgments"
FILE = r"^judgments/(?P<slug>[-\w]+)/(?P<name>[-\w]+)\.(?P<extension>docx|pdf|txt)$"
urlpatterns = [
    path("", home.home, name="home"),
    path("judgments/", listing.judgment_list, name="list"),
    path("judgments/<slug:slug>/", judgment.judgment_page, name="detail"),
    path("judgments/<slug:slug>/record.json", judgment.record, name="record"),
    path("judgments/<slug:slug>/problem/", problem.report_problem, name="problem"),
    path("judgments/<slug:slug>/problem/received/", problem.problem_thanks, name="problem-thanks"),
    re_path(FILE, downloads.download, name="download"),
    path("vendor/documents/", vendor.documents, name="vendor-documents"),
    path("case/judgments/<int:pk>/apply/", party.apply, name="party-apply"),
    path("batches/", batches.batch_list, name="batches"),
    re_path(r"^batches/(?P<period>\d{4}-\d{2})/$", batches.batch_page, name="batch"),
    path("register/", register.register_page, name="register"),
    path("ledger/", ledger.ledger_page, name="ledger"),
    path("ledger/ledger.tsv", ledger.ledger_file, name="ledger-file"),
    path("openness/", openness.openness, name="openness"),
    path("rules/grounds/", grounds.grounds, name="grounds"),
    path("feed/", public_page()(LatestEditions()), name="feed"),
]
