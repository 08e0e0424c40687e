"""A newsroom, and a Weibo that runs on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.livestream.court import Court, live_court
from tests.livestream.microblog.fake_weibo import DOMAIN, FakeWeibo, Server
from tests.livestream.microblog.newsroom import Newsroom, make_newsroom

__all__ = ["live_court", "newsroom", "weibo"]


@pytest.fixture
def newsroom(live_court: Court) -> Newsroom:
    return make_newsroom(live_court)


@pytest.fixture
def weibo(settings: Any) -> Iterator[FakeWeibo]:
    with Server() as fake:
        settings.SITE_URL = f"https://{DOMAIN}"
        settings.WEIBO_API, settings.WEIBO_OAUTH = fake.api, fake.oauth
        settings.WEIBO_APP_KEY, settings.WEIBO_APP_SECRET = "the-key", "the-secret"
        yield fake
