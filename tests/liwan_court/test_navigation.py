"""The way to the pages of one's posts: a row while it is short, folded by app where it is long."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.oversight.people import APRIL, House, build_house, page, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return build_house()


def _nav(body: str) -> str:
    return body.split('aria-label="工作导航"')[1].split("</nav>", maxsplit=1)[0]


def test_a_heads_two_dozen_links_are_folded_by_app_and_none_is_lost(house: House) -> None:
    nav = _nav(told(house, "minyi_head", page("rectifications"), APRIL))
    assert nav.count("<details") == nav.count("<summary") > 2
    assert '<summary aria-current="true">监督评价</summary>' in nav
    for name in ("staff_live_lists", "staff_oversight_rectifications", "staff_oversight"):
        assert f'href="{reverse(f"admin:{name}")}"' in nav
    assert "js/folding.js" in told(house, "minyi_head", "/admin/", APRIL)


def test_a_short_row_stays_a_row(house: House) -> None:
    body = told(house, "secretary", page("rectifications"), APRIL)
    assert "<details" not in _nav(body)
    assert f'href="{page("rectifications")}" aria-current="page"' in _nav(body)
    assert "js/folding.js" not in body
