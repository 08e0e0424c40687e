"""Anyone may keep a copy of a public page: it sets no cookie, holds no form token, and is the same for everyone."""

import logging

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from liwan_court.public import NOINDEX, PublicPages, public_page
from tests import factories

STATIC = (
    "/rules/",
    "/rules/decisions/",
    "/help/search/",
    "/about/",
    "/contact/",
    "/accessibility/",
    "/progress/",
    "/logs/",
)
ROWS = (
    "/",
    "/judgments/",
    "/judgments/?q=合同",
    "/batches/",
    "/batches/2026-10/",
    "/register/",
    "/ledger/",
    "/openness/",
    "/feed/",
)


def answer(view):
    return PublicPages(view)(RequestFactory().get("/somewhere/"))


@public_page(seconds=60)
def plain(_request):
    return HttpResponse("同一页")


@public_page(seconds=60)
def with_cookie(_request):
    response = HttpResponse("同一页")
    response.set_cookie("visitor", "1")
    return response


@public_page(seconds=60)
def with_token(_request):
    return HttpResponse('<input name="csrfmiddlewaretoken" value="x">')


@public_page(seconds=60)
def varying(_request):
    return HttpResponse("同一页", headers={"Vary": "Cookie, Accept-Encoding"})


def private(_request):
    return HttpResponse("一个人的页面")


@pytest.mark.django_db
def test_every_public_page_may_be_kept_by_a_cache(client, index, settings):
    assert "liwan_court.public.PublicPages" in settings.MIDDLEWARE
    judgment = factories.make_published(files=True)
    index()
    below = f"{judgment.get_absolute_url()}{judgment.slug}"
    pages = (
        *STATIC,
        *ROWS,
        judgment.get_absolute_url(),
        f"{judgment.get_absolute_url()}record.json",
        f"{below}.txt",
        f"{below}.docx",
    )
    for address in pages:
        response = client.get(address)
        assert response.status_code == 200
        assert "public" in response.headers["Cache-Control"], address
        assert "Cookie" not in response.headers.get("Vary", ""), address
        assert not response.cookies, address


@pytest.mark.django_db
def test_what_shows_judgments_is_asked_after_each_time(client, index):
    judgment = factories.make_published()
    index()
    for address in (*ROWS, judgment.get_absolute_url()):
        assert "no-cache" in client.get(address).headers["Cache-Control"], address


def test_a_page_that_sets_a_cookie_is_kept_by_nobody_and_told_of(caplog):
    with caplog.at_level(logging.ERROR):
        response = answer(with_cookie)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "/somewhere/" in caplog.text


def test_a_page_with_a_form_token_is_kept_by_nobody():
    assert answer(with_token).headers["Cache-Control"] == "private, no-store"


def test_a_public_page_is_the_same_for_everyone():
    assert answer(varying).headers["Vary"] == "Accept-Encoding"
    assert "Vary" not in answer(plain).headers


def test_only_public_pages_may_be_indexed():
    assert answer(private).headers["X-Robots-Tag"] == NOINDEX
    assert "X-Robots-Tag" not in answer(plain).headers


def test_a_public_page_is_only_read():
    assert plain(RequestFactory().post("/somewhere/")).status_code == 405


@pytest.mark.django_db
def test_the_staff_side_and_what_is_not_there_are_not_indexed(client):
    for address in ("/admin/login/", "/nothing-here/"):
        assert client.get(address).headers["X-Robots-Tag"] == NOINDEX


@pytest.mark.django_db
def test_an_address_that_is_not_there_yet_is_kept_by_no_cache(client):
    answer = client.get("/judgments/2026-yue0103-minchu-1-panjueshu/")
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
