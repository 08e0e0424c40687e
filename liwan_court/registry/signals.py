"""What follows from a change of the register, through whatever door it came (R63, R64)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save
from django.dispatch import receiver

from liwan_court.registry.actions.keys import end_keys_of_changed
from liwan_court.registry.gate.grant import forget
from liwan_court.registry.models import Party

if TYPE_CHECKING:
    from django.http import HttpRequest


@receiver(pre_save, sender=Party, dispatch_uid="keys_of_changed_party")
def party_changes(instance: Party, raw: bool = False, **_kwargs: Any) -> None:
    """A party that becomes another person, or takes another side, is not let in with the key of the former."""
    if raw or not instance.pk:
        return
    before = Party.objects.filter(pk=instance.pk).first()
    if before is not None:
        end_keys_of_changed(before, instance)


@receiver(user_logged_in, dispatch_uid="grant_ends_at_login")
def staff_logs_in(request: HttpRequest | None = None, **_kwargs: Any) -> None:
    """Whoever logs in to the staff side on a machine where a party read its case starts without that case."""
    if request is not None:
        forget(request)
