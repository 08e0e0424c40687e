"""Records of what was done cannot be changed or deleted, through the models or past them (R66)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from judgments.models import Transition
from tests.judgments.actions.conftest import *  # noqa: F403  (the same small court)


@pytest.fixture
def transition(make) -> Transition:
    return Transition.objects.create(judgment=make(), verb="上传", actor_name="打字员甲")


def test_a_transition_is_not_saved_again(transition):
    transition.verb = "别的"
    with pytest.raises(TypeError, match="不可修改"):
        transition.save()


def test_a_transition_is_not_deleted(transition):
    with pytest.raises(TypeError, match="不可删除"):
        transition.delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgments_transition SET verb = 'x' WHERE id = %s",
        "DELETE FROM judgments_transition WHERE id = %s",
    ],
)
def test_the_database_refuses_it_past_the_models(transition, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [transition.pk])
    transition.refresh_from_db()
    assert transition.verb == "上传"
