"""The court's rules in full (R67), the portal's own decisions, the focus pages (R10), and what a reader sees when it fails."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path

from judgments.urls import urlpatterns as judgment_patterns
from liwan_court import urls
from liwan_court.decisions import TOPICS
from liwan_court.plan_text import SOURCE, sections

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def broken(_request):
    raise RuntimeError("secret detail")


urlpatterns = [path("broken/", broken), *urls.urlpatterns]


def words(body):
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", body))


def get(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_plan_its_annexes_and_the_article_stand_on_the_page_in_full(client):
    said = words(get(client, "/rules/"))
    lines = [words(line) for line in SOURCE.read_text(encoding="utf-8").splitlines() if line.strip()]
    article = "附：《广州市荔湾区人民法院关于裁判文书上网公开的实施办法》第一条"
    missing = [line for line in lines if line not in said and not line.startswith(article)]
    assert missing == []


def test_no_character_of_the_plan_is_lost_or_added():
    shown = [
        part for section in sections() for part in (section.title, *(block.text for block in section.blocks))
    ]
    source = SOURCE.read_text(encoding="utf-8")
    assert Counter(words("".join(shown))) == Counter(words(source))


def test_the_seven_grounds_of_the_article_stand_one_a_line():
    article = next(section for section in sections() if section.anchor == "article-1")
    assert [block.text[:3] for block in article.blocks[1:]] == [
        f"（{number}）" for number in "一二三四五六七"
    ]


def test_the_page_says_that_names_are_left_out(client):
    assert "成员的姓名已经略去" in words(get(client, "/rules/"))


def test_every_decision_of_the_portal_is_explained_once(client):
    codes = [decision.code for topic in TOPICS for decision in topic.decisions]
    assert sorted(codes, key=lambda code: int(code[1:])) == [f"D{number}" for number in range(1, 23)]
    body = get(client, "/rules/decisions/")
    assert all(f'id="{code.lower()}"' in body for code in codes)


@pytest.mark.parametrize("address", ["/progress/", "/logs/"])
def test_a_focus_page_leads_to_the_gate_and_says_what_stays_closed(client, address):
    body = get(client, address)
    assert 'href="/case/"' in body
    assert "也不能得知案件是否存在" in words(body)


@pytest.mark.django_db
def test_every_example_of_the_help_page_leads_to_a_search_that_answers(client, settings, tmp_path):
    settings.INDEX_ROOT = tmp_path
    body = get(client, "/help/search/")
    examples = re.findall(r'href="(/judgments/\?q=[^"]+)"', body)
    assert len(examples) > 10
    for address in examples:
        assert "检索式写法有误" not in get(client, address.replace("&amp;", "&"))


def test_no_page_needs_inline_script_or_style():
    for template in [*TEMPLATES.glob("*.html"), *(TEMPLATES / "public").rglob("*.html")]:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", text), (
            template.name
        )


@pytest.mark.parametrize("address", ["/", "/about/", "/rules/", "/nothing-here/"])
@pytest.mark.django_db
def test_a_page_has_language_title_landmarks_one_heading_and_a_way_past_the_navigation(client, address):
    body = client.get(address).content.decode()
    assert '<html lang="zh-CN">' in body
    assert re.search(r"<title>\s*\S+", body)
    assert all(f"<{landmark}" in body for landmark in ("header", "nav", "main", "footer"))
    assert body.count("<h1") == 1
    assert body.index('href="#main"') < body.index("<nav")


def test_the_permanent_address_of_a_page_is_named_without_its_query(client, settings):
    assert f'<link rel="canonical" href="{settings.SITE_URL}/about/"' in get(client, "/about/?from=mail")


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "410", "429", "500"])
def test_an_error_page_is_chinese_and_stands_without_a_request(name):
    body = render_to_string(f"{name}.html")
    assert "广州市荔湾区人民法院" in body
    assert 'rel="canonical"' not in body


@pytest.mark.urls(__name__)
def test_a_failure_of_the_server_tells_nothing_of_itself(caplog):
    response = Client(raise_request_exception=False).get("/broken/")
    assert response.status_code == 500
    assert "本站暂时不能使用" in response.content.decode()
    assert "secret detail" not in response.content.decode()


def test_addresses_of_the_portal_have_names():
    assert [pattern for pattern in [*judgment_patterns, *urls.page_patterns] if not pattern.name] == []
