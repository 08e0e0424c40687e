"""The court's account at Weibo: authorised, switched on or off, and how long its authorisation lasts (R44)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from livestream.actions.base import Act, Check
from livestream.microblog import token
from livestream.microblog.adapters.oauth import Granted, OAuth
from livestream.microblog.adapters.weibo import Weibo
from livestream.models import Dispatch, WeiboAccount
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

WARN_AHEAD: Final = timedelta(days=3)
"""An ordinary app's token lives seven days, and there is none to renew it with: a person authorises anew."""


def account() -> WeiboAccount:
    """The court's account; made when it is first asked for."""
    return WeiboAccount.objects.order_by("pk").first() or WeiboAccount.objects.create(name="本院微博")


def account_in_use() -> WeiboAccount | None:
    """The account posts are sent by; None while they are posted by hand."""
    return WeiboAccount.objects.filter(active=True).order_by("pk").first()


def why_not(row: WeiboAccount) -> str:
    """Why an account cannot send now; empty where it can."""
    if row.token_expires_at is None or not token.read(row):
        return "微博账号还没有授权：请人工发布，并请电脑管理员授权"
    if row.token_expires_at <= clock.now():
        expired = clock.local(row.token_expires_at)
        return f"微博授权已于{expired:%m月%d日%H:%M}到期：请人工发布，并请电脑管理员重新授权"
    return ""


def warning(row: WeiboAccount | None) -> str:
    """What to tell of an account in use: it cannot send, or soon will not; empty where all is well."""
    if row is None:
        return ""
    if problem := why_not(row):
        return problem
    expires = row.token_expires_at
    if expires is not None and expires - clock.now() <= WARN_AHEAD:
        return f"微博授权将于{clock.local(expires):%m月%d日%H:%M}到期：请电脑管理员提前重新授权"
    return ""


def adapter_for(row: WeiboAccount, operator_address: str | None) -> Weibo:
    """The account as a way out of the portal."""
    return Weibo(
        api=settings.WEIBO_API,
        token=token.read(row),
        safe_domain=settings.WEIBO_SAFE_DOMAIN or (urlsplit(settings.SITE_URL).hostname or ""),
        rip=settings.WEIBO_OPERATOR_ADDRESS or operator_address or "",
    )


def oauth() -> OAuth:
    """The portal as an app of Weibo's, from the settings."""
    back = f"{settings.SITE_URL}{reverse('admin:staff_live_weibo_back')}"
    return OAuth(settings.WEIBO_OAUTH, settings.WEIBO_APP_KEY, settings.WEIBO_APP_SECRET, back)


class AccountAct(Act[WeiboAccount, WeiboAccount]):
    """The operator's: he sees the account and never a token."""

    posts = (Post.SYSTEM_OPERATOR,)

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError


class KeepGrant(AccountAct):
    """授权: a person granted it at Weibo; what waits is tried again at once."""

    verb = "微博授权"

    def __init__(self, row: WeiboAccount, actor: Actor, granted: Granted) -> None:
        super().__init__(row, actor)
        self.granted = granted

    def checks(self) -> Iterator[Check]:
        """A token that lives."""
        lives = bool(self.granted.token) and self.granted.seconds > 0
        yield Check("lives", lives, "授权有效", "微博给的授权没有有效期，不能使用：请重新授权")
        known = self.subject.outside_id
        same = not known or not self.granted.uid or known == self.granted.uid
        yield Check(
            "same", same, "同一微博账号", "授权的不是原来的微博账号：请先在微博退出，换本院账号登录后再授权"
        )

    def execute(self) -> None:
        """Keep token and expiry."""
        row = self.subject
        token.keep(row, self.granted.token)
        row.authorised_at = clock.now()
        row.token_expires_at = row.authorised_at + timedelta(seconds=self.granted.seconds)
        row.outside_id = self.granted.uid or row.outside_id
        row.save()
        wake()
        self.result = row

    def detail(self) -> dict[str, Any]:
        """Until when; never the token."""
        until: datetime | None = self.result.token_expires_at
        return {"until": until.isoformat() if until else None}


class SwitchAccount(AccountAct):
    """启用、停用: posts go out by the account, or by hand from now on; what was queued is carried over by hand."""

    verb = "启用微博账号"

    def __init__(self, row: WeiboAccount, actor: Actor, *, on: bool) -> None:
        super().__init__(row, actor)
        self.on = on

    def checks(self) -> Iterator[Check]:
        """Not so already; authorised before it is used."""
        yield Check("other", self.subject.active != self.on, "可以切换", "账号已是这个状态")
        problem = why_not(self.subject) if self.on else ""
        yield Check("authorised", not problem, "已授权", "请先完成授权，再启用自动发布")

    def execute(self) -> None:
        """Switch it."""
        row = self.subject
        row.active = self.on
        row.save(update_fields=["active"])
        if not self.on:
            waiting = Dispatch.objects.select_for_update().filter(state=Dispatch.State.QUEUED)
            waiting.update(state=Dispatch.State.BY_HAND, problem="已停用自动发布：请人工发布")
        self.result = row

    def detail(self) -> dict[str, Any]:
        """On or off."""
        return {"on": self.on}


def wake() -> None:
    """Whatever waits may be tried at once."""
    Dispatch.objects.filter(state=Dispatch.State.QUEUED, not_before__gt=clock.now()).update(
        not_before=clock.now()
    )
    transaction.on_commit(hint_dispatches, robust=True)


def hint_dispatches() -> None:
    """Tell the worker that a post waits."""
    from livestream.tasks import send_posts

    send_posts.delay()
