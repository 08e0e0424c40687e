"""A real HTTP server that answers as Weibo does and enforces the same limits; what it took is in `posts`."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

LIMIT = 140
TOKEN = "2.00abcToken"
DOMAIN = "shenpan.example.cn"


@dataclass
class Taken:
    """One post as it arrived."""

    status: str
    rip: str
    picture: bytes = b""


@dataclass
class FakeWeibo:
    """How the server behaves: `answers` are given first, in order; then the rules hold."""

    posts: list[Taken] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    answers: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    hang_up_after_taking: int = 0
    """So many posts are taken and the connection is closed without an answer."""
    slow: threading.Event | None = None
    """While this is not set no answer is given."""
    expired: bool = False
    hourly: int = 30
    codes: set[str] = field(default_factory=lambda: {"good-code"})
    seconds: int = 7 * 24 * 3600
    uid: str = "1234567890"
    port: int = 0

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/2"

    @property
    def oauth(self) -> str:
        return f"http://127.0.0.1:{self.port}/oauth2"

    @property
    def texts(self) -> list[str]:
        return [post.status for post in self.posts]

    def share(self, fields: dict[str, str], picture: bytes) -> tuple[int, dict[str, Any]]:
        """What the interface says to one post."""
        status = fields.get("status", "")
        if fields.get("access_token") != TOKEN:
            return refusal(21332, "invalid_access_token")
        if self.expired:
            return refusal(21327, "expired_token")
        if not fields.get("rip"):
            return refusal(10008, "param error")
        if counted(status) > LIMIT:
            return refusal(20012, "text too long")
        if re.search(r"#[^#]+#", status):
            return refusal(10008, "param error")
        if f"://{DOMAIN}/" not in status:
            return refusal(10017, "text not find domain!")
        if len(picture) >= 5 * 1024 * 1024:
            return refusal(20006, "image size too large")
        if len(self.posts) >= self.hourly:
            return refusal(10023, "user requests out of rate limit")
        if self.posts and self.posts[-1].status == status:
            return refusal(20019, "repeat content!")
        self.posts.append(Taken(status, fields["rip"], picture))
        number = 5_000_000_000_000_000 + len(self.posts)
        return 200, {"id": number, "idstr": str(number), "user": {"id": int(self.uid)}}

    def grant(self, fields: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What the interface says to one code."""
        code = fields.get("code", "")
        if code not in self.codes or fields.get("client_secret") != "the-secret":
            return refusal(21325, "invalid_grant")
        self.codes.discard(code)
        return 200, {"access_token": TOKEN, "expires_in": self.seconds, "uid": self.uid}


def counted(text: str) -> int:
    """The length by Weibo's counting, written anew: links 10, a Chinese character 1, two others 1."""
    total = 0
    for part in re.split(r"(https?://[\x21-\x7e]+)", text):
        total += 20 if re.fullmatch(r"https?://[!-~]+", part) else sum(1 if ord(c) < 128 else 2 for c in part)
    return -(-total // 2)


def refusal(code: int, text: str) -> tuple[int, dict[str, Any]]:
    return 403 if code == 10017 else 400, {
        "error": text,
        "error_code": code,
        "request": "/2/statuses/share.json",
    }


class Handler(BaseHTTPRequestHandler):
    fake: FakeWeibo

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.fake.requests.append(self.path)
        fields, picture = _fields(self.headers.get("Content-Type", ""), body)
        if self.path.endswith("/access_token"):
            self._answer(*self.fake.grant(fields))
        elif self.fake.answers:
            self._answer(*self.fake.answers.pop(0))
        else:
            status, answer = self.fake.share(fields, picture)
            if status == 200 and self.fake.hang_up_after_taking:
                self.fake.hang_up_after_taking -= 1
                self.close_connection = True
                return
            if self.fake.slow is not None:
                self.fake.slow.wait(10)
            self._answer(status, answer)

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        if self.fake.slow is not None and self.fake.slow.is_set():
            return
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: Any) -> None:
        """Quiet."""


def _fields(kind: str, body: bytes) -> tuple[dict[str, str], bytes]:
    if not kind.startswith("multipart/"):
        return {name: values[0] for name, values in parse_qs(body.decode()).items()}, b""
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    fields: dict[str, str] = {}
    picture = b""
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if name == "pic":
            picture = data
        else:
            fields[str(name)] = data.decode()
    return fields, picture


class Server:
    """The server while a test runs."""

    def __init__(self) -> None:
        self.fake = FakeWeibo()
        handler = type("Bound", (Handler,), {"fake": self.fake})
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.fake.port = self.http.server_address[1]
        self.thread = threading.Thread(
            target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    def __enter__(self) -> FakeWeibo:
        self.thread.start()
        return self.fake

    def __exit__(self, *_: object) -> None:
        if self.fake.slow is not None:
            self.fake.slow.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join(5)
