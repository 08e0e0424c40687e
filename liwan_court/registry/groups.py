"""What each post may see and do in the admin: one Django group for each post, with the permissions its work needs.

Groups are part of the portal, not of the court's tables: loading brings them in line with what is declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import Group, Permission

from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    PermissionTable = Mapping[str, Mapping[str, str]]
    """Post → model name → actions of Django's admin, such as "view change"."""


class UnknownPermission(LookupError):  # noqa: N818 (the name says what is wrong)
    """A table names a model or an action that the app does not have."""


def group_of(post: str) -> Group:
    """The group of a post, made when it is not there yet."""
    group, _ = Group.objects.get_or_create(name=Post(post).value)
    return group


def load_groups() -> int:
    """One group for each post. Returns how many were made."""
    before = Group.objects.count()
    for post in Post:
        group_of(post)
    return Group.objects.count() - before


def grant(app_label: str, table: PermissionTable) -> int:
    """Give each post exactly the permissions that `table` names within one app; other apps' permissions stay.

    A post that the table leaves out has none there (a vendor sees nothing). Returns the permissions added
    or taken away. Raises UnknownPermission.
    """
    known = {p.codename: p for p in Permission.objects.filter(content_type__app_label=app_label)}
    changed = 0
    for post in Post:
        wanted = {known_permission(known, name) for name in _codenames(table.get(post, {}))}
        group = group_of(post)
        present = set(group.permissions.filter(content_type__app_label=app_label))
        group.permissions.remove(*(present - wanted))
        group.permissions.add(*(wanted - present))
        changed += len(present ^ wanted)
    return changed


def known_permission(known: Mapping[str, Permission], codename: str) -> Permission:
    """The permission of a name. Raises UnknownPermission."""
    try:
        return known[codename]
    except KeyError:
        raise UnknownPermission(codename) from None


def _codenames(row: Mapping[str, str]) -> list[str]:
    return [f"{action}_{model}" for model, actions in row.items() for action in actions.split()]
