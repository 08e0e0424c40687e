"""System checks of the portal's own settings: what would expose an original, or run a demonstration as the real court.

Those tagged for deployment are asked by `manage.py check --deploy` only. Each hint says what to change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004  (Django's name)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHERS_MAY_LOOK = 0o077


@register(Tags.security)
def originals_are_out_of_reach(**_: Any) -> list[CheckMessage]:
    """Originals lie in no folder that is served, nor does a served folder lie among them (R30, R39)."""
    return list(_exposed_originals())


def _exposed_originals() -> Iterator[CheckMessage]:
    private = settings.PRIVATE_ROOT.resolve()
    for name in ("STATIC_ROOT", "PUBLIC_ROOT", "INDEX_ROOT"):
        served: Path = getattr(settings, name).resolve()
        if private.is_relative_to(served) or served.is_relative_to(private):
            yield Error(
                f"原件目录 PRIVATE_ROOT 与 {name} 互相包含，原件可能被公开。",
                hint=f"把 PRIVATE_ROOT 移到 {name} 之外的目录。",
                id="portal.E001",
            )
    if private.exists() and private.stat().st_mode & OTHERS_MAY_LOOK:
        yield Warning(
            "服务器上的其他用户可以进入原件目录 PRIVATE_ROOT。",
            hint=f"执行 chmod 700 {private}",
            id="portal.W001",
        )


@register(Tags.security, deploy=True)
def production_is_no_demonstration(**_: Any) -> list[CheckMessage]:
    """Invented cases, printed passwords and an adjustable clock have no place in the court's real portal."""
    if not settings.DEMO:
        return []
    return [
        Error(
            "正式环境不能打开演示模式：演示账号的密码是公开的。",
            hint="从环境变量中去掉 DEMO。",
            id="portal.E002",
        )
    ]


@register(Tags.security, deploy=True)
def hosts_are_named(**_: Any) -> list[CheckMessage]:
    """A wildcard host lets links in notices and feeds lead to a forged name."""
    if not any(host.startswith("*") for host in settings.ALLOWED_HOSTS):
        return []
    return [Error("ALLOWED_HOSTS 不能用通配符。", hint="写明门户的域名。", id="portal.E003")]


@register(Tags.security, deploy=True)
def address_is_public_and_encrypted(**_: Any) -> list[CheckMessage]:
    """Feeds, the sitemap and notices carry SITE_URL to readers."""
    if settings.SITE_URL.startswith("https://"):
        return []
    return [
        Warning(
            f"SITE_URL 是 {settings.SITE_URL}，公众收到的链接会打不开或不加密。",
            hint="写成门户的正式网址，以 https:// 开头。",
            id="portal.W002",
        )
    ]


@register(Tags.database, deploy=True)
def servers_carry_production(**_: Any) -> list[CheckMessage]:
    """The embedded database and broker serve one machine and one writer at a time."""
    messages: list[CheckMessage] = []
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        hint = "设置 DATABASE_URL，例如 postgres://用户:密码@主机/数据库。"
        messages.append(Warning("正式环境使用的是 SQLite，只适合试用。", hint=hint, id="portal.W003"))
    if not settings.REDIS_URL:
        hint = "设置 REDIS_URL，例如 redis://主机:6379/0。"
        messages.append(
            Warning("正式环境没有 Redis，后台任务只能在一台机器上进行。", hint=hint, id="portal.W004")
        )
    return messages
