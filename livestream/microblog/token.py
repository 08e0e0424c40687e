"""The token of the court's account: one file in private storage that only the portal reads. Never in a row, a page or a log."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from livestream.models import WeiboAccount

OWNER_ONLY = 0o600
FOLDER = "weibo"


def _path(account: WeiboAccount) -> Path:
    return Path(settings.PRIVATE_ROOT) / FOLDER / f"{account.pk}.token"


def keep(account: WeiboAccount, token: str) -> None:
    """Keep a token in place of the one before, in one step. Raises OSError."""
    path = _path(account)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w") as opened:
        opened.write(token)
    part.replace(path)


def read(account: WeiboAccount) -> str:
    """The token; empty where there is none."""
    try:
        return _path(account).read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def forget(account: WeiboAccount) -> None:
    """Remove it."""
    _path(account).unlink(missing_ok=True)
