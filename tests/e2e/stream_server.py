"""nginx with its RTMP module on our own example of a configuration, and ffmpeg as the encoder of a courtroom."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import services
from tests.polling import wait_for

EXAMPLE = Path(__file__).parents[2] / "deploy" / "nginx-rtmp.conf.example"
MODULE = "/usr/lib/nginx/modules/ngx_rtmp_module.so"
FRAGMENT_SECONDS = 1


@contextmanager
def stream_server(folder: Path, portal_port: int, raw: Path) -> Iterator[int]:
    """nginx as the example sets it up, with other ports, folders and shorter pieces; the port encoders push to."""
    port = services.free_port()
    rtmp = EXAMPLE.read_text()
    for ours, test in {
        "listen 1935": f"listen 127.0.0.1:{port}",
        "127.0.0.1:8000": f"127.0.0.1:{portal_port}",
        "/var/lib/liwan-live": str(raw),
        "hls_fragment 4s": f"hls_fragment {FRAGMENT_SECONDS}s",
    }.items():
        assert ours in rtmp, ours
        rtmp = rtmp.replace(ours, test)
    head = f"load_module {MODULE};\nuser root;\npid {folder}/rtmp.pid;\nerror_log {folder}/rtmp.log;\ndaemon off;\n"
    (folder / "rtmp.conf").write_text(f"{head}events {{}}\n{rtmp}")
    raw.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", folder / "rtmp.conf"])
    try:
        wait_for("the stream server", lambda: _listens(port))
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def encoder(port: int, stream_key: str, seconds: int = 600) -> Iterator[subprocess.Popen[bytes]]:
    """ffmpeg pushing its test picture in real time, a key frame every half second, until it is stopped."""
    command = [
        "ffmpeg", "-nostdin", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10",
        "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100", "-t", str(seconds),
        "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-g", "5",
        "-c:a", "aac", "-b:a", "32k", "-f", "flv", f"rtmp://127.0.0.1:{port}/live/{stream_key}",
    ]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


@dataclass(frozen=True, slots=True)
class Taken:
    """From when to when the picture of a piece was taken, in seconds of the encoder's clock."""

    begins: float
    ends: float


def taken(piece: bytes) -> Taken:
    """What the presentation times in a piece say. Raises AssertionError for a piece without a picture."""
    with tempfile.NamedTemporaryFile(suffix=".ts") as file:
        file.write(piece)
        file.flush()
        done = subprocess.run(
            ["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts_time", "-of", "json", file.name],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    times = [float(packet["pts_time"]) for packet in json.loads(done.stdout)["packets"]]
    assert times
    return Taken(min(times), max(times))
