"""The examples in deploy/ are what the programs they are for accept."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from honcho.environ import parse_procfile

DEPLOY = Path(__file__).parents[2] / "deploy"


def test_the_service_has_a_unit_for_each_process() -> None:
    unit = (DEPLOY / "liwan-court@.service").read_text()
    for name in parse_procfile((DEPLOY / "Procfile").read_text()).processes:
        assert f"liwan-court@{name}" in unit


def test_the_index_has_one_writer() -> None:
    processes = parse_procfile((DEPLOY / "Procfile").read_text()).processes
    writers = [name for name, command in processes.items() if "--queues index" in command]
    assert writers == ["index"]
    assert "--pool solo" in processes["index"]


@pytest.mark.debian
def test_nginx_accepts_its_example(tmp_path: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=example",
         "-keyout", tmp_path / "key.pem", "-out", tmp_path / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    site = (DEPLOY / "nginx.conf.example").read_text().replace("/etc/ssl/liwan-court", str(tmp_path))
    whole = f"pid {tmp_path}/nginx.pid;\nevents {{}}\nhttp {{\n{site}\n}}\n"
    (tmp_path / "nginx.conf").write_text(whole)
    done = subprocess.run(
        ["/usr/sbin/nginx", "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.debian
def test_nginx_accepts_its_example_of_a_stream_server(tmp_path: Path) -> None:
    rtmp = (DEPLOY / "nginx-rtmp.conf.example").read_text()
    module = "load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;"
    whole = f"{module}\npid {tmp_path}/nginx.pid;\nevents {{}}\n{rtmp}\n"
    (tmp_path / "rtmp.conf").write_text(whole)
    done = subprocess.run(
        ["/usr/sbin/nginx", "-t", "-p", tmp_path, "-c", tmp_path / "rtmp.conf"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_stream_server_writes_where_the_service_may_and_uses_no_name_twice() -> None:
    rtmp = (DEPLOY / "nginx-rtmp.conf.example").read_text()
    folder = "/var/lib/liwan-live"
    assert f"hls_path {folder};" in rtmp
    assert "hls_fragment_naming system;" in rtmp
    assert f"ReadWritePaths=-{folder}" in (DEPLOY / "liwan-court@.service").read_text()
    assert f"LIVE_ROOT={folder}" in (DEPLOY / "production.env.example").read_text()
    assert "access_log off;" in rtmp, "the key stands in the arguments of a push"
