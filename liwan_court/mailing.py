"""Letters by e-mail from rows that stand in the portal anyway: a row is claimed first, so that two runs mail it once.

A row to be mailed has `mailed_at` (null: not yet) and `mail_attempts`. A failure gives it back; after a few attempts, or when it
is no longer news, it stays in the portal alone. Nothing is mailed where no mail server is set (`EMAIL_URL`).
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import F, Model, QuerySet

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable

M = TypeVar("M", bound=Model)
MOST_ATTEMPTS: Final = 5
STILL_NEWS: Final = timedelta(days=7)
"""An older row is no longer mailed: it stands in the portal."""
logger = logging.getLogger(__name__)


class Letter(NamedTuple):
    """What is mailed, and to whom."""

    subject: str
    body: str
    to: tuple[str, ...]


def waiting(rows: QuerySet[M], born: str) -> QuerySet[M]:
    """Rows that wait to be mailed: recent ones by their field `born`, not yet tried too often; none without a mail server."""
    if not settings.NOTICES_BY_MAIL:
        return rows.none()
    recent = {f"{born}__gte": clock.now() - STILL_NEWS}
    return rows.filter(mailed_at__isnull=True, mail_attempts__lt=MOST_ATTEMPTS, **recent)


def deliver(rows: QuerySet[M], pk: int, write: Callable[[M], Letter]) -> bool:
    """Mail one row, if nobody else does. Whether it went out; one without an address is left as it is."""
    letter = write(rows.get(pk=pk))
    if not letter.to:
        return False
    claimed = rows.filter(pk=pk, mailed_at__isnull=True, mail_attempts__lt=MOST_ATTEMPTS)
    if not claimed.update(mailed_at=clock.now(), mail_attempts=F("mail_attempts") + 1):
        return False
    try:
        send_mail(letter.subject, letter.body, None, list(letter.to))
    except Exception as error:  # noqa: BLE001  (whatever the mail server does, the row is tried again)
        rows.filter(pk=pk).update(mailed_at=None)
        logger.warning("%s %s not mailed: %s", rows.model.__name__, pk, type(error).__name__)
        return False
    return True
