"""Authorising the portal at Weibo (OAuth2): the address a person goes to, and the token for the code he comes back with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx


@dataclass(frozen=True, slots=True)
class Granted:
    """A token, how many seconds it lives, and whose it is."""

    token: str = field(repr=False)
    seconds: int
    uid: str


@dataclass(frozen=True, slots=True)
class NotGranted:
    """Why not, for a person."""

    problem: str


@dataclass(frozen=True, slots=True)
class OAuth:
    """The portal as an app of Weibo's. `base` is such as https://api.weibo.com/oauth2."""

    base: str
    key: str
    secret: str = field(repr=False)
    back: str
    """Where Weibo sends the person back to; registered there."""
    timeout: float = 15.0

    @property
    def ready(self) -> bool:
        """Whether the app is known."""
        return bool(self.key and self.secret)

    def address(self, state: str) -> str:
        """Where the person grants it."""
        query = {"client_id": self.key, "response_type": "code", "redirect_uri": self.back, "state": state}
        return f"{self.base}/authorize?{urlencode(query)}"

    def exchange(self, code: str) -> Granted | NotGranted:
        """The token for a code. Never raises for what the other side does."""
        data = {
            "client_id": self.key,
            "client_secret": self.secret,
            "grant_type": "authorization_code",
            "redirect_uri": self.back,
            "code": code,
        }
        try:
            response = httpx.post(
                f"{self.base}/access_token", data=data, timeout=self.timeout, trust_env=False
            )
            body: Any = response.json()
        except (httpx.HTTPError, ValueError):
            return NotGranted("连接不上微博，没有取得授权：请稍后再授权")
        return _understood(body if isinstance(body, dict) else {})


def _understood(body: dict[str, Any]) -> Granted | NotGranted:
    token, code = str(body.get("access_token") or ""), str(body.get("error_code") or "")
    if not token.isascii() or not token:
        told = f"（{code}）" if code.isdigit() else ""
        return NotGranted(f"微博没有给授权{told}：授权码只能用一次、几分钟内有效，请重新授权")
    try:
        seconds = int(body.get("expires_in") or 0)
    except (TypeError, ValueError):
        seconds = 0
    return Granted(token, max(seconds, 0), str(body.get("uid") or "")[:32])
