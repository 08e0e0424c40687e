"""R66: who did what, when, before and after; nobody changes or deletes it, by any door."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from judgments.models import Transition
from tests.staff_court import IN_WINDOW, Browser, Court, approved, at, page, said, shown

pytestmark = pytest.mark.django_db


def test_r66_the_life_of_a_judgment_names_every_step(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    steps = list(judgment.transitions.values_list("verb", "actor_name", "before", "after"))
    assert steps == [
        ("提交电子版", "打字员甲", "awaiting_file", "draft"),
        ("确认当事人", "打字员甲", "draft", "redacting"),
        ("脱敏", "脱敏引擎", "redacting", "review"),
        ("报送生效案号", "庭长甲", "review", "review"),
        ("审核通过", "审核员甲", "review", "approved"),
    ]
    text = said(at(court.reviewer).get(page("life", judgment.pk)))
    for verb, name, _, _ in steps:
        assert verb in text
        assert name in text
    assert "待审核 → 审核通过待公布" in text


def test_r66_the_admin_offers_neither_change_nor_deletion(court: Court, clock_at):
    clock_at(IN_WINDOW)
    row = approved(court).transitions.first()
    manager = Browser()
    manager.force_login(get_user_model().objects.create_superuser("系统管理员", password="一个很长的口令"))
    for browser in (manager, at(court.reviewer), at(court.president)):
        for verb in ("change", "delete"):
            url = reverse(f"admin:judgments_transition_{verb}", args=[row.pk])
            assert browser.post(url, {"post": "yes", "verb": "改"}).status_code == 403
    assert Transition.objects.get(pk=row.pk).verb == "提交电子版"


def test_r66_the_database_itself_refuses(court: Court, clock_at):
    clock_at(IN_WINDOW)
    row = approved(court).transitions.first()
    for statement in ("UPDATE judgments_transition SET verb='改'", "DELETE FROM judgments_transition"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Transition.objects.get(pk=row.pk).verb == "提交电子版"


def test_r66_a_refused_action_leaves_no_step(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    before = judgment.transitions.count()
    refused = at(court.reviewer).post(
        page("return", judgment.pk), shown(judgment) | {"reason": " "}, follow=True
    )
    assert refused.status_code == 200
    assert judgment.transitions.count() == before


def test_r66_no_name_of_a_party_stands_in_the_record(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    records = str(list(judgment.transitions.values("detail", "verb")))
    assert "沈立平" not in records
    assert "皮具" not in records
