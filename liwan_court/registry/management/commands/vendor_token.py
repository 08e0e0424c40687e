"""`manage.py vendor_token STAFF_NO [--revoke]`: the token with which the supporting firm's system sends files (R22)."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from liwan_court.database import require_tables
from liwan_court.registry.models import Officer, VendorToken
from liwan_court.registry.posts import Post, duties_of
from liwan_court.registry.vendor_access import digest_of
from liwan_court.timetable import clock


class Command(BaseCommand):
    """Gives out a token and ends the earlier ones of the same person; only the hash is kept."""

    help = "为协助单位人员发放接口口令（只显示一次），原口令即时作废；--revoke 只作废。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("staff_no", metavar="工号")
        parser.add_argument("--revoke", action="store_true", help="只作废现有口令，不发放新的")

    def handle(self, *_args: Any, staff_no: str, revoke: bool, **_options: Any) -> None:
        """End what there is; give out a new one unless told not to. Raises CommandError for somebody of another post."""
        require_tables()
        officer = Officer.objects.filter(staff_no=staff_no).first()
        if officer is None:
            raise CommandError("名册中没有这个工号")
        token = "" if revoke else self._new(officer)
        with transaction.atomic():
            live = VendorToken.objects.filter(officer=officer, revoked_at=None)
            ended = live.update(revoked_at=clock.now())
            if token:
                VendorToken.objects.create(officer=officer, digest=digest_of(token))
        self.stderr.write(f"已作废{ended}个口令。" if ended or revoke else "该人员原来没有口令。")
        if token:
            self.stderr.write("新口令只显示这一次，请交给协助单位保存：")
            self.stdout.write(token)

    def _new(self, officer: Officer) -> str:
        held = officer.active and officer.user_id is not None
        if not held or Post.VENDOR not in {duty.post for duty in duties_of(officer, clock.today())}:
            raise CommandError("该人员今天不任“协助单位”岗位、没有账号或者不在职，不能发放接口口令")
        return secrets.token_urlsafe(32)
