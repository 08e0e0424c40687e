"""What machines read: the ledger anyone can verify, the feed, the sitemap, robots.txt."""

import hashlib
import re
import xml.etree.ElementTree as ET

import pytest

from judgments.models import LedgerEntry
from tests import factories

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client, section):
    root = ET.fromstring(client.get(f"/sitemap-{section}.xml").content)
    return [re.sub(r"^https?://[^/]+", "", loc.text) for loc in root.iter(f"{SITEMAP}loc")]


def feed(client):
    return list(ET.fromstring(client.get("/feed/").content).iter(f"{ATOM}entry"))


def verify(text):
    """The lines shown on the page of the ledger, as a function."""
    previous = "0" * 64
    for line in text.splitlines()[1:]:
        *fields, given = line.split("\t")
        assert fields[-1] == previous, line
        previous = hashlib.sha256("\n".join(fields).encode()).hexdigest()
        assert previous == given, line
    return previous


def test_the_ledger_file_can_be_verified_by_anyone(client):
    factories.make_corrected(factories.make_published())
    factories.make_withdrawn()
    text = client.get("/ledger/ledger.tsv").getvalue().decode()
    assert len(text.splitlines()) == 1 + 4
    assert verify(text) == LedgerEntry.objects.latest("number").hash


def test_a_line_taken_out_of_the_ledger_file_is_noticed(client):
    for _ in range(3):
        factories.make_published()
    lines = client.get("/ledger/ledger.tsv").getvalue().decode().splitlines()
    with pytest.raises(AssertionError):
        verify("\n".join([*lines[:2], *lines[3:]]))


def test_the_page_of_the_ledger_shows_the_newest_entry_first(client):
    judgment = factories.make_withdrawn()
    body = client.get("/ledger/").content.decode()
    assert body.index('id="e2"') < body.index('id="e1"')
    assert judgment.get_absolute_url() in body
    assert "撤回" in body


def test_the_feed_has_the_latest_editions_and_says_what_is_a_correction(client):
    judgment = factories.make_published()
    first = feed(client)
    factories.make_corrected(judgment, note="补正金额")
    second = feed(client)
    assert len(first) == len(second) == 1
    assert first[0].find(f"{ATOM}id").text != second[0].find(f"{ATOM}id").text
    assert second[0].find(f"{ATOM}title").text.startswith("【更正】")
    assert "补正金额" in second[0].find(f"{ATOM}summary").text


def test_a_withdrawn_judgment_leaves_feed_and_sitemap(client):
    judgment = factories.make_published()
    assert locations(client, "judgments") == [judgment.get_absolute_url()]
    factories.make_withdrawn(judgment)
    assert feed(client) == []
    assert locations(client, "judgments") == []


def test_the_sitemap_lists_notices_and_pages_that_answer(client):
    factories.make_published()
    assert locations(client, "batches") == ["/batches/2026-10/"]
    assert [path for path in locations(client, "pages") if client.get(path).status_code != 200] == []


def test_robots_may_read_everything_and_are_told_where_the_sitemap_is(client, settings):
    text = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text
    assert "Disallow: /" not in text
