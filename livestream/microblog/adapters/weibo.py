"""Weibo by `POST statuses/share` (OAuth2). The token travels in the body, never in an address, a record or a log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

import httpx

from livestream.microblog.adapters.base import Answer, Later, Outgoing, Refused, Sent, Unknown
from livestream.microblog.counting import LIMIT, length
from livestream.microblog.links import has_safe_link, has_topic

LARGEST_PICTURE: Final = 5 * 1024 * 1024
ACCOUNT_WAIT: Final = timedelta(minutes=30)
"""After a problem of the account or the app: it stays as it is until somebody sets it right."""
LIMIT_WAIT: Final = timedelta(minutes=10)
ACCOUNT: Final = {
    "10006": "没有授权凭证：请电脑管理员配置微博授权后再发",
    "10014": "应用没有发布权限（10014）：请在微博开放平台为应用申请 statuses/share 权限，或先改为人工发布",
    "10017": "正文没有“安全域名”下的链接（10017）：请在微博开放平台把本站域名登记为安全域名并等待审核，或先改为人工发布",
    "21314": "授权已被使用或失效（21314）：请重新授权",
    "21315": "授权已过期（21315）：请重新授权，待发的微博会按原顺序继续发出",
    "21316": "授权被用户撤销（21316）：请重新授权",
    "21317": "授权被拒绝（21317）：请重新授权",
    "21327": "授权已过期（21327）：请重新授权，待发的微博会按原顺序继续发出",
    "21332": "授权凭证无效（21332）：请重新授权",
    "10013": "微博账号不可用（10013）：请登录微博查看账号状态",
}
RATE: Final = {"10022", "10023", "10024", "20016"}
BUSY: Final = {"10001", "10002", "10009", "10010", "10011"}
SAME: Final = {"20017", "20019"}
SLOW_BUT_DONE: Final = "20032"
OF_THE_POST: Final = {
    "10008": "参数有误（10008）：请联系电脑管理员，或改为人工发布",
    "20005": "微博不接受这张图片的格式（20005）：请改为人工发布，或起草更正条时换图",
    "20006": "图片超过5MB（20006）：请改为人工发布，或起草更正条时换图",
    "20008": "正文为空（20008）：请联系电脑管理员",
    "20012": "正文超过140字（20012）：请改为人工发布，用长微博",
    "20018": "正文含微博不允许的网址（20018）：请改为人工发布",
    "20020": "微博认为正文含广告（20020）：请改为人工发布，或向微博申诉",
    "20021": "微博认为正文含不宜内容（20021）：请改为人工发布，或向微博申诉",
}
STATUS: Final = "https://weibo.com/"


@dataclass(frozen=True, slots=True)
class Weibo:
    """The court's account at Weibo. `api` is the base address, such as https://api.weibo.com/2."""

    api: str
    token: str = field(repr=False)
    safe_domain: str
    rip: str
    timeout: float = 15.0
    name: str = "weibo"
    by_hand: bool = False

    def send(self, post: Outgoing) -> Answer:
        """Send one post; what cannot go is refused before anything leaves."""
        if answer := self._unfit(post):
            return answer
        data = {"access_token": self.token, "status": post.text, "rip": self.rip}
        files = {"pic": ("picture.jpg", post.picture, "image/jpeg")} if post.picture else None
        try:
            response = httpx.post(
                f"{self.api}/statuses/share.json",
                data=data,
                files=files,
                timeout=self.timeout,
                trust_env=False,
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol):
            return Later("连接不上微博：会自动再发，不需要操作", code="connect")
        except httpx.HTTPError:
            return Unknown("微博没有回答：可能已经发出。请到微博查看后再决定", code="no_answer")
        return understand(response.status_code, _json(response))

    def _unfit(self, post: Outgoing) -> Answer | None:
        if not self.token:
            return Later(ACCOUNT["10006"], ACCOUNT_WAIT, "10006")
        if length(post.text) > LIMIT:
            return Refused(OF_THE_POST["20012"], "20012")
        if has_topic(post.text):
            return Refused("正文含 #话题#，接口不接受：请改为人工发布", "topic")
        if not has_safe_link(post.text, self.safe_domain):
            return Later(ACCOUNT["10017"], ACCOUNT_WAIT, "10017")
        if len(post.picture) >= LARGEST_PICTURE:
            return Refused(OF_THE_POST["20006"], "20006")
        return None


def understand(status: int, body: dict[str, Any]) -> Answer:
    """What an answer of Weibo means and what to do about it."""
    code = str(body.get("error_code", ""))
    if status == 200 and body.get("id"):
        outside_id = str(body.get("idstr") or body["id"])
        user = str((body.get("user") or {}).get("id", "") or "")
        return Sent(outside_id, f"{STATUS}{user}/{outside_id}" if user else f"{STATUS}detail/{outside_id}")
    if code in ACCOUNT:
        return Later(ACCOUNT[code], ACCOUNT_WAIT, code)
    if code in RATE:
        return Later(f"超过微博的发布频次（{code}）：会按顺序自动再发，不需要操作", LIMIT_WAIT, code)
    if code in BUSY or (status in (500, 503, 429) and not code):
        return Later(f"微博系统繁忙（{code or status}）：会自动再发，不需要操作", code=code or str(status))
    if code in SAME:
        return Unknown(f"微博说有相同内容（{code}）：可能已经发出。请到微博查看后再决定", code)
    if code == SLOW_BUT_DONE:
        return Unknown("微博说已发出但暂不显示（20032）：请一两分钟后到微博查看，再贴回地址", code)
    if code:
        return Refused(
            OF_THE_POST.get(code, f"微博拒绝了这一条（{code}）：请改为人工发布，或联系电脑管理员"), code
        )
    if 400 <= status < 500:
        return Refused(f"微博拒绝了这一条（{status}）：请改为人工发布，或联系电脑管理员", str(status))
    return Unknown(f"微博的回答看不懂（{status}）：可能已经发出。请到微博查看后再决定", str(status))


def _json(response: httpx.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
