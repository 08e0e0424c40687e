"""Addresses and topics in a post: one link to our own page, under the safe domain, and no #topic# (Weibo's statuses/share)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from livestream.microblog.counting import LINK

ANY_ADDRESS: Final = re.compile(r"https?[:：]?//|www\.", re.IGNORECASE)
TOPIC: Final = re.compile(r"[#＃][^#＃]+[#＃]")


def host_of(address: str) -> str:
    """The host of an address in lower case; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def is_under(address: str, domain: str) -> bool:
    """Whether an http address lies under a domain: the domain itself or a name below it."""
    host, domain = host_of(address), domain.lower()
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))


def has_safe_link(text: str, domain: str) -> bool:
    """Whether the text holds at least one link under the safe domain."""
    return any(is_under(found.group(), domain) for found in LINK.finditer(text))


def has_address(text: str) -> bool:
    """Whether somebody wrote an address of his own into the text."""
    return bool(ANY_ADDRESS.search(text))


def has_topic(text: str) -> bool:
    """Whether the text holds a #topic#, which the interface refuses."""
    return bool(TOPIC.search(text))
