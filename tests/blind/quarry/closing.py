"""The foot of a document: who signs, in the many ways clerks set it."""

from __future__ import annotations

from .people import Cast


def _wide(name: str) -> str:
    return "　".join(name) if len(name) == 2 else name


def right(c: Cast, *roles: str, zero: str = "〇") -> str:
    """Each on a line of its own at the right, short names spaced; the clerk comes after the date."""
    lines = [f">{role}　　{_wide(c.o())}" for role in roles[:-1]]
    return "\n".join([*lines, "", f">{c.signed(zero)}", "", f">{roles[-1]}　　{_wide(c.o())}"])


def table(c: Cast, *roles: str) -> str:
    """A table without borders."""
    rows = [f"|{role}|{_wide(c.o())}|" for role in roles[:-1]]
    return "\n".join([*rows, f">{c.signed()}", f"|{roles[-1]}|{_wide(c.o())}|"])


def padded(c: Cast, *roles: str) -> str:
    """Pushed to the right with spaces, as on a typewriter."""
    pad = "　" * 12
    lines = [f"{pad}{role} {c.o()}" for role in roles[:-1]]
    return "\n".join([*lines, f"{pad}{c.signed()}", f"{pad}{roles[-1]} {c.o()}"])


def tabbed(c: Cast, *roles: str) -> str:
    lines = [f">{'　'.join(role)}\t{c.o()}" for role in roles[:-1]]
    return "\n".join(
        [*lines, f">{c.signed('○')}", ">本件与原本核对无异", f">{'　'.join(roles[-1])}\t{c.o()}"]
    )


def one_line(c: Cast, *roles: str) -> str:
    """Everybody in one line, the date and the clerk below."""
    bench = "　　".join(f"{role}　{c.o()}" for role in roles[:-1])
    return f"{bench}\n{c.signed()}\n{roles[-1]}：{c.o()}"


def colon(c: Cast, *roles: str) -> str:
    lines = [f">{role}：{c.o()}" for role in roles[:-1]]
    return "\n".join([*lines, f">{c.signed('0')}", f">{roles[-1]}：{c.o()}"])
