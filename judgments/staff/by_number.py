"""Finding a judgment by its number for a person who acts on it before any file exists (R23, R35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from judgments.actions.base import ActionRefused, Check
from judgments.actions.identify import find_or_create, own_court
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import Division

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from judgments.actions.base import Action
    from judgments.models import Judgment


def act_on(
    number: str, kind: str, division_ids: set[int], make: Callable[[Judgment], Action[Any]]
) -> Action[Any]:
    """Put the judgment on record where it is not, and run the action on it; refused, nothing is left behind.

    `division_ids` are those of the person who acts: with a single one, a new judgment belongs to it unless its number says
    otherwise. Raises ActionRefused.
    """
    _check(number)
    only = Division.objects.get(pk=next(iter(division_ids))) if len(division_ids) == 1 else None
    with transaction.atomic():
        action = make(find_or_create(number, kind, fallback=only))
        action.run()
    return action


def _check(text: str) -> None:
    try:
        number = parse(text)
    except InvalidCaseNumber as error:
        raise ActionRefused([Check("number", False, "案号", str(error))]) from error
    if not own_court(number):
        raise ActionRefused([Check("own_court", False, "本院案号", f"{number.display}不是本院案号，请核对")])
