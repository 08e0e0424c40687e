"""The list of the public holds the pieces it was given, in their order, numbered on from what went before (R51)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livestream.broadcast import playlist
from livestream.broadcast.playlist import Before, Listed


def test_a_list_while_on_air() -> None:
    text = playlist.write(
        [Listed("aa", 4.0), Listed("bb", 3.96, discontinuity=True)], Before(7, 1), folder="pieces/"
    )
    assert text == (
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:7\n"
        "#EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXTINF:4.000,\npieces/aa.ts\n"
        "#EXT-X-DISCONTINUITY\n#EXTINF:3.960,\npieces/bb.ts\n"
    )


def test_an_ended_list_says_so() -> None:
    text = playlist.write([Listed("aa", 4.0)], Before(), folder="", ended=True)
    assert "#EXT-X-PLAYLIST-TYPE:VOD\n" in text
    assert text.endswith("#EXT-X-ENDLIST\n")
    assert "VOD" not in playlist.write([Listed("aa", 4.0)], Before(3), folder="", ended=True)


@given(st.lists(st.tuples(st.from_regex(r"[a-z0-9]{4}", fullmatch=True), st.floats(0.1, 60), st.booleans())))
def test_what_is_written_can_be_read_again(pieces: list[tuple[str, float, bool]]) -> None:
    text = playlist.write([Listed(*piece) for piece in pieces], Before(), folder="")
    read = playlist.read(text)
    assert [(piece.name, piece.discontinuity) for piece in read] == [(f"{n}.ts", d) for n, _, d in pieces]
    target = int(text.split("TARGETDURATION:")[1].split("\n")[0])
    assert all(round(seconds) <= target for _, seconds, _ in pieces)


def test_names_that_lead_out_of_the_folder_are_passed_over() -> None:
    odd = ["../a.ts", "/etc/a.ts", "a b.ts", "a.mp4", ".ts", "http://x/a.ts", "ok-1.ts"]
    text = "#EXTM3U\n" + "".join(f"#EXTINF:4,\n{name}\n" for name in odd)
    assert [piece.name for piece in playlist.read(text)] == ["ok-1.ts"]


def test_a_broken_list_yields_what_can_be_read() -> None:
    text = "#EXTINF:abc,\na.ts\n#EXTINF:-3,\nb.ts\n#EXTINF:900,\nc.ts\nd.ts\n#EXTINF:2.5,\ne.ts\n"
    assert playlist.read(text) == [playlist.Raw("e.ts", 2.5, discontinuity=False)]
