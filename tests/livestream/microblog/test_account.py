"""The court's account: authorised by the operator, its token shown to nobody, its expiry told ahead (R44)."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from django.core import serializers

from livestream.actions.base import ActionRefused
from livestream.actions.weibo_account import KeepGrant, SwitchAccount, account, oauth, warning, why_not
from livestream.microblog import token
from livestream.microblog.adapters.oauth import Granted, NotGranted
from livestream.models import LivestreamRecord, WeiboAccount
from liwan_court.timetable import clock
from tests.livestream.court import actor
from tests.livestream.microblog.fake_weibo import TOKEN, FakeWeibo
from tests.livestream.microblog.newsroom import IN_COURT, Newsroom, authorise
from tests.livestream.microblog.test_sending import after

pytestmark = pytest.mark.django_db
A_DAY = 24 * 3600


def test_a_code_is_changed_for_a_token_once(newsroom: Newsroom, weibo: FakeWeibo) -> None:
    granted = oauth().exchange("good-code")
    assert isinstance(granted, Granted)
    assert (granted.token, granted.seconds, granted.uid) == (TOKEN, 7 * A_DAY, "1234567890")
    assert TOKEN not in repr(granted)
    again = oauth().exchange("good-code")
    assert isinstance(again, NotGranted)
    assert "请重新授权" in again.problem


def test_a_weibo_that_does_not_answer_is_told(settings: Any) -> None:
    settings.WEIBO_OAUTH = "http://127.0.0.1:9/oauth2"
    answer = oauth().exchange("good-code")
    assert isinstance(answer, NotGranted)
    assert "连接不上微博" in answer.problem


def test_the_address_of_the_grant_has_no_secret(weibo: FakeWeibo) -> None:
    address = oauth().address("the-state")
    assert address.startswith(f"{weibo.oauth}/authorize?client_id=the-key&")
    assert "the-secret" not in address
    assert "the-secret" not in repr(oauth())


def test_the_token_is_in_a_private_file_and_in_no_row(newsroom: Newsroom, settings: Any) -> None:
    with clock.at(IN_COURT):
        authorise(newsroom.court)
    row = account()
    assert token.read(row) == TOKEN
    path = Path(settings.PRIVATE_ROOT, "weibo", f"{row.pk}.token")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    rows = [*WeiboAccount.objects.all(), *LivestreamRecord.objects.all()]
    assert TOKEN not in serializers.serialize("json", rows)
    token.forget(row)
    assert token.read(row) == ""


def test_only_the_operator_authorises_and_switches(newsroom: Newsroom) -> None:
    court = newsroom.court
    for officer in (court.research, court.group_head, court.judge):
        with pytest.raises(ActionRefused, match="您的岗位不能"):
            KeepGrant(account(), actor(officer), Granted(TOKEN, A_DAY, "1")).run()
        with pytest.raises(ActionRefused, match="您的岗位不能"):
            SwitchAccount(account(), actor(officer), on=True).run()


def test_an_account_is_authorised_before_it_is_used(newsroom: Newsroom) -> None:
    token.forget(account())
    with pytest.raises(ActionRefused, match="请先完成授权"):
        SwitchAccount(account(), actor(newsroom.court.operator), on=True).run()


def test_a_grant_without_life_or_of_another_account_is_refused(newsroom: Newsroom) -> None:
    operator = actor(newsroom.court.operator)
    with clock.at(IN_COURT):
        with pytest.raises(ActionRefused, match="没有有效期"):
            KeepGrant(account(), operator, Granted(TOKEN, 0, "1")).run()
        authorise(newsroom.court)
        with pytest.raises(ActionRefused, match="不是原来的微博账号"):
            KeepGrant(account(), operator, Granted("other", A_DAY, "999")).run()
    assert token.read(account()) == TOKEN


def test_the_end_of_an_authorisation_is_told_three_days_ahead(newsroom: Newsroom) -> None:
    assert warning(None) == ""
    with clock.at(IN_COURT):
        authorise(newsroom.court, 7 * A_DAY)
        assert warning(account()) == ""
    with clock.at(after(days=4, minutes=-1)):
        assert warning(account()) == ""
    with clock.at(after(days=4)):
        assert "将于01月20日09:35到期" in warning(account())
        assert why_not(account()) == ""
    with clock.at(after(days=7)):
        assert "已于01月20日09:35到期" in warning(account())
        assert why_not(account())
