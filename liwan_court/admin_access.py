"""Who may enter the admin, and what is closed there whatever a group allows.

What a post sees in the admin is declared with the groups of the posts. Here stands what no group can grant: nobody deletes
(R66), and a superuser, who manages accounts and registers, sees nothing of a case (docs/domain.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from liwan_court.registry.posts import Actor

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db.models import Model
    from django.http import HttpRequest


def actor_of(request: HttpRequest) -> Actor:
    """The actor behind a request, read from the register once for each request."""
    known = getattr(request, "court_actor", None)
    if known is None:
        known = Actor.of(request.user)
        request.court_actor = known  # type: ignore[attr-defined]
    return cast("Actor", known)


def may_enter(request: HttpRequest) -> bool:
    """Staff with an officer and at least one duty today, or a superuser."""
    user = cast("AbstractUser", request.user)
    if not (user.is_active and user.is_staff):
        return False
    return user.is_superuser or bool(actor_of(request).duties)


class Kept:
    """Mixin for ModelAdmin: what was entered is ended by a date or set inactive, and stays (R66)."""

    actions: Any = None

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """Nobody."""
        return False


class Business(Kept):
    """Mixin for what belongs to cases: by the groups of one's posts, and closed to the superuser's account."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Shown to whoever may look."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """By group, never by being superuser."""
        return _by_post(request) and super().has_view_permission(request, obj)  # type: ignore[misc]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """By group, never by being superuser."""
        return _by_post(request) and super().has_change_permission(request, obj)  # type: ignore[misc]

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """By group, never by being superuser."""
        return _by_post(request) and super().has_add_permission(request, *args)  # type: ignore[misc]


class ReadOnly(Business):
    """Mixin for rows that only actions write: to be read."""

    def has_add_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """Nobody."""
        return False


def _by_post(request: HttpRequest) -> bool:
    return not getattr(request.user, "is_superuser", False) and may_enter(request)
