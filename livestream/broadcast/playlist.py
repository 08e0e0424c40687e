"""The HLS lists: the one nginx writes is read, the one the public gets is written here from released pieces (R51). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAGMENT_SECONDS = 4
LONGEST_PIECE = 60.0
CONTENT_TYPE = "application/vnd.apple.mpegurl"


@dataclass(frozen=True, slots=True)
class Listed:
    """A piece in the list of the public: its random name, its length, and whether the picture jumps before it."""

    name: str
    seconds: float
    discontinuity: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What went out before the first piece of the list: how many pieces, and how many jumps among them."""

    pieces: int = 0
    jumps: int = 0


@dataclass(frozen=True, slots=True)
class Raw:
    """A finished piece in the encoder's own list."""

    name: str
    seconds: float
    discontinuity: bool


def write(
    pieces: Sequence[Listed], before: Before, *, folder: str, ended: bool = False, longest: float = 0.0
) -> str:
    """The list for players. `folder` stands before each name; `longest` is the longest piece ever released."""
    longest = max([longest, FRAGMENT_SECONDS, *(piece.seconds for piece in pieces)])
    whole = ended and not before.pieces
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        f"#EXT-X-TARGETDURATION:{int(longest + 0.5)}",
        f"#EXT-X-MEDIA-SEQUENCE:{before.pieces}",
        f"#EXT-X-DISCONTINUITY-SEQUENCE:{before.jumps}",
    ]
    lines += ["#EXT-X-PLAYLIST-TYPE:VOD"] if whole else []
    for piece in pieces:
        lines += ["#EXT-X-DISCONTINUITY"] if piece.discontinuity else []
        lines += [f"#EXTINF:{piece.seconds:.3f},", f"{folder}{piece.name}.ts"]
    lines += ["#EXT-X-ENDLIST"] if ended else []
    return "\n".join(lines) + "\n"


def read(text: str) -> list[Raw]:
    """The finished pieces in a list that nginx or ffmpeg wrote; lines that make no sense are passed over."""
    found: list[Raw] = []
    seconds, jump = 0.0, False
    for line in map(str.strip, text.splitlines()):
        if line == "#EXT-X-DISCONTINUITY":
            jump = True
        elif line.startswith("#EXTINF:"):
            seconds = _seconds(line)
        elif line and not line.startswith("#") and seconds:
            if is_plain(line):
                found.append(Raw(line, seconds, jump))
            seconds, jump = 0.0, False
    return found


def is_plain(name: str) -> bool:
    """Whether a name is that of a file in the stream's own folder: letters, digits, dash, underscore, and .ts."""
    stem, dot, ending = name.rpartition(".")
    return (dot, ending) == (".", "ts") and bool(stem) and len(name) <= 100 and _plain(stem)


def _plain(stem: str) -> bool:
    return stem.isascii() and stem.replace("-", "").replace("_", "").isalnum()


def names(text: str) -> list[str]:
    """The addresses that a list names, in its order."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _seconds(line: str) -> float:
    try:
        seconds = float(line.removeprefix("#EXTINF:").partition(",")[0])
    except ValueError:
        return 0.0
    return seconds if 0 < seconds <= LONGEST_PIECE else 0.0
