"""Nothing private is read by public code, and nothing private is said by a public page (R39; what broke elsewhere 1)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from judgments.models import Exclusion, Judgment
from tests import factories

ROOT = Path(__file__).resolve().parents[3]
PUBLIC_CODE = [
    *sorted((ROOT / "judgments/views").glob("*.py")),
    *sorted((ROOT / "judgments/queries").glob("*.py")),
    *sorted((ROOT / "judgments/templatetags").glob("*.py")),
    *(ROOT / "judgments" / f"{name}.py" for name in ("feeds", "sitemaps", "forms", "urls")),
    *(ROOT / "liwan_court" / f"{name}.py" for name in ("pages", "public", "context", "urls")),
]
PUBLIC_TEMPLATES = sorted((ROOT / "templates/public").rglob("*.html")) + sorted(
    (ROOT / "templates").glob("*.html")
)
PRIVATE_MODELS = {
    "Draft", "Upload", "UploadBatch", "OriginalAccess", "PartyList", "Party", "Mark", "NonPublicationRequest", "Review",
    "Transition", "OutstandingList", "EffectiveReport", "ReportedJudgment", "Reconciliation", "Officer",
}  # fmt: skip
PRIVATE_MODULES = ("judgments.actions", "judgments.intake", "judgments.redaction", "judgments.models.intake")
PRIVATE_NAMES = {
    "draft", "drafts", "uploads", "party_lists", "parties", "marks", "mark", "requests", "transitions", "report_lines",
    "handling_judge", "reason", "held_back_reason", "decided_by", "effective_confirmed_by", "secrets", "service",
}  # fmt: skip
PRIVATE_TABLES = (
    "judgments_draft", "judgments_upload", "judgments_partylist", "judgments_mark", "judgments_nonpublicationrequest",
    "judgments_review", "judgments_transition", "judgments_originalaccess", "registry_party", "registry_officer",
    "auth_user",
)  # fmt: skip


def imports_of(tree):
    """(module, name) of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def private_in(source):
    """What of a module's source reaches for private rows."""
    tree = ast.parse(source)
    found = {
        f"{module}.{name}"
        for module, name in imports_of(tree)
        if name in PRIVATE_MODELS or module.startswith(PRIVATE_MODULES)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in PRIVATE_MODELS | (PRIVATE_NAMES - {"reason"}):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= PRIVATE_NAMES & set(node.value.split("__"))
    return found


@pytest.mark.parametrize("path", PUBLIC_CODE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_public_code_reaches_for_nothing_private(path):
    assert private_in(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    "source",
    [
        "from judgments.models import Draft",
        "import judgments.actions.review",
        "from judgments.redaction.edition import Edition",
        "edition.draft",
        "rows.values('mark__reason')",
        "judgment.uploads.first()",
    ],
)
def test_the_search_for_private_reading_finds_it(source):
    assert private_in(source)


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=lambda path: path.name)
def test_public_templates_name_nothing_private(path):
    words = (
        path.read_text(encoding="utf-8")
        .replace("next.reason", "")
        .replace("}", " ")
        .replace("|", " ")
        .split()
    )
    parts = {part for word in words if "." in word and "=" not in word[:1] for part in word.split(".")[1:]}
    assert parts & PRIVATE_NAMES == set()


def everything_public(judgment, withdrawn):
    """Every public address."""
    at, below = judgment.get_absolute_url(), f"{judgment.get_absolute_url()}{judgment.slug}"
    return [
        "/", "/judgments/", "/judgments/?q=合同", f"/judgments/?q={judgment.number}", at, f"{at}record.json",
        f"{at}problem/", f"{below}.txt", f"{below}.docx", withdrawn.get_absolute_url(), "/batches/", "/batches/2026-10/",
        "/register/", "/ledger/", "/ledger/ledger.tsv", "/openness/", "/rules/", "/rules/decisions/", "/rules/grounds/",
        "/help/search/", "/about/", "/contact/", "/accessibility/", "/progress/", "/logs/", "/feed/", "/sitemap.xml",
        "/sitemap-judgments.xml", "/robots.txt", "/nothing-here/",
    ]  # fmt: skip


@pytest.fixture
def full_portal(db, index):
    """Published, withdrawn, excluded and waiting judgments, each with everything private beside it."""
    judgment = factories.make_published(files=True)
    withdrawn = factories.make_withdrawn()
    for row in (
        judgment,
        withdrawn,
        factories.make_judgment(state="review"),
        factories.make_excluded().judgment,
    ):
        factories.make_private(row)
    index()
    return everything_public(judgment, withdrawn)


def test_no_public_page_says_a_name_or_a_reason(client, full_portal):
    telling = []
    for address in full_portal:
        response = client.get(address)
        body = response.getvalue().decode(errors="ignore")
        telling += [address for secret in (factories.SECRET_NAME, factories.SECRET_REASON) if secret in body]
    assert telling == []


def test_no_public_page_asks_the_database_for_a_private_table_or_a_reason(client, full_portal):
    asked = []
    for address in full_portal:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address).getvalue()
        for query in queries:
            sql = query["sql"]
            asked += [(address, name) for name in PRIVATE_TABLES if f'"{name}"' in sql]
            asked += [(address, "reason") for name in ("reason", "held_back_reason") if f'"{name}"' in sql]
    assert asked == []


def test_a_waiting_or_excluded_judgment_is_named_nowhere_but_in_the_register(client, full_portal):
    hidden = Judgment.objects.filter(state="review").values_list("number", flat=True)
    excluded = Exclusion.objects.values_list("judgment__number", flat=True)
    where = {}
    for address in full_portal:
        body = client.get(address).getvalue().decode(errors="ignore")
        where[address] = [number for number in [*hidden, *excluded] if number in body]
    assert {address for address, numbers in where.items() if numbers} == {"/register/", "/batches/2026-10/"}
    assert all(number not in where["/register/"] for number in hidden)
