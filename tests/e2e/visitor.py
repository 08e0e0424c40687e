"""Somebody with a browser but without script: follows links, fills in forms, keeps cookies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener
from uuid import uuid4

from lxml import html

SECONDS_TO_ANSWER = 30


@dataclass(frozen=True, slots=True)
class Page:
    """An answer of the portal."""

    status: int
    address: str
    body: bytes

    @property
    def tree(self) -> Any:
        """The page as a tree, its links absolute."""
        return html.fromstring(self.body.decode(), base_url=self.address)

    @property
    def text(self) -> str:
        """What a reader sees, blanks folded."""
        return " ".join(self.tree.text_content().split())

    def form(self, action_end: str) -> Any:
        """The form that is sent to an address with this end. Raises AssertionError when the page has none."""
        found = [
            form for form in self.tree.forms if (form.get("action") or self.address).endswith(action_end)
        ]
        assert found, f"no form to …{action_end} on {self.address}: {self.text[:2000]}"
        return found[0]

    def link(self, part: str) -> str:
        """The address of the first link that contains `part`. Raises AssertionError when there is none."""
        found = [target for target in self.tree.xpath("//a/@href") if part in target]
        assert found, f"no link with {part} on {self.address}: {self.text[:2000]}"
        return urljoin(self.address, found[0])


@dataclass(slots=True)
class Visitor:
    """One person's session at one portal."""

    address: str
    _opener: OpenerDirector = field(default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar())))

    def get(self, path: str, **query: str) -> Page:
        """Open an address of the portal."""
        asked = f"?{urlencode(query)}" if query else ""
        return self._open(Request(urljoin(self.address, quote(path, safe="/:?=&%")) + asked))

    def submit(self, form: Any, values: Mapping[str, Any] | None = None) -> Page:
        """Send a form as it stands, with some values changed."""
        fields = [(name, value) for name, value in form.form_values() if name not in (values or {})]
        for name, value in (values or {}).items():
            fields += [(name, each) for each in (value if isinstance(value, list) else [value])]
        return self._post(form, urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def send_files(self, form: Any, name: str, files: Sequence[tuple[str, bytes]]) -> Page:
        """Send a form with files chosen in one of its fields."""
        boundary = uuid4().hex
        parts = [
            _part(boundary, f'name="{key}"', value.encode())
            for key, value in form.form_values()
            if key != name
        ]
        parts += [_part(boundary, f'name="{name}"; filename="{file}"', content) for file, content in files]
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        return self._post(form, body, f"multipart/form-data; boundary={boundary}")

    def log_in(self, username: str, password: str) -> Page:
        """Log in at the staff side. Raises AssertionError when the portal does not let him in."""
        page = self.submit(
            self.get("/admin/login/").form("/login/"), {"username": username, "password": password}
        )
        assert "/login/" not in page.address, page.text
        return page

    def _post(self, form: Any, body: bytes, content_type: str) -> Page:
        target = urljoin(form.base_url, form.get("action") or "")
        return self._open(Request(target, data=body, headers={"Content-Type": content_type}))

    def _open(self, request: Request) -> Page:
        try:
            with self._opener.open(request, timeout=SECONDS_TO_ANSWER) as answer:
                return Page(answer.status, answer.url, answer.read())
        except HTTPError as refused:
            with refused:
                return Page(refused.code, refused.url or request.full_url, refused.read())


def _part(boundary: str, disposition: str, content: bytes) -> bytes:
    head = f"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"
    return head.encode() + content + b"\r\n"
