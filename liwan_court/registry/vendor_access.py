"""Who stands behind a token of the supporting firm: an active person who holds that post today (R22)."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from liwan_court.registry.models import VendorToken
from liwan_court.registry.posts import Actor, Post

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_BEARER: Final = re.compile(r"bearer +([A-Za-z0-9_~+/=.-]{1,200}) *", re.IGNORECASE)


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def vendor_of(authorization: str) -> tuple[User, Actor] | None:
    """The user and actor of a header `Bearer TOKEN`; None for no token, an ended one, or somebody who lost the post."""
    shown = _BEARER.fullmatch(authorization)
    live = VendorToken.objects.select_related("officer__user").filter(revoked_at=None)
    row = live.filter(digest=digest_of(shown[1] if shown else "")).first()
    user = row.officer.user if row and row.officer.active else None
    if user is None or not user.is_active:
        return None
    actor = Actor.of(user)
    return (user, actor) if actor.holds(Post.VENDOR) else None
