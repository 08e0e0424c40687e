"""Replays as they fall due: made of the released pieces and offered for review, each by itself (R51, R56)."""

from __future__ import annotations

import logging

from django.core.cache import cache

from livestream.actions.base import ActionRefused
from livestream.actions.replay import OfferReplay
from livestream.broadcast import recording

log = logging.getLogger(__name__)
LOCKED_SECONDS = recording.LONGEST_SECONDS


def make_due() -> int:
    """Make what is due; how many were offered. Two workers do not make the same one at once."""
    made = 0
    for broadcast in recording.due():
        key = f"live-replay:{broadcast.pk}"
        if not cache.add(key, 1, LOCKED_SECONDS):
            continue
        try:
            OfferReplay(broadcast.session, recording.build(broadcast)).run()
            made += 1
        except ActionRefused as refused:
            log.info("broadcast %s: %s", broadcast.pk, [check.code for check in refused.checks])
        except OSError as error:
            log.error("broadcast %s: no replay, %s", broadcast.pk, type(error).__name__)  # noqa: TRY400  (never a path)
        finally:
            cache.delete(key)
    return made
