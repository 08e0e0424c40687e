"""Conversion by another program: its own folder, its own time, and a plain word when it is missing or fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from judgments.intake import convert
from judgments.intake.document import Refused
from judgments.intake.reader import read_docx
from judgments.intake.sniff import sniff
from tests.documents import JUDGMENT, judgment_docx

COPY = 'for last; do :; done; mkdir -p out; cp "$last" out/input.docx'
"""A stand-in for LibreOffice that "converts" by copying its input."""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a shell script in the place of LibreOffice."""

    def install(script: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        path = folder / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return install


def test_without_libreoffice_the_clerk_is_told_how_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not convert.available()
    with pytest.raises(Refused) as caught:
        convert.to_docx(b"x", "doc")
    assert caught.value.code == "conversion_failed"
    assert "另存为" in caught.value.message


def test_the_result_of_the_program_is_returned(program) -> None:
    program(COPY)
    assert convert.available()
    assert convert.to_docx(b"the original", "doc") == b"the original"


def test_the_program_works_in_a_private_folder_that_is_gone_afterwards(program, tmp_path: Path) -> None:
    program(f'pwd > "{tmp_path}/place"; stat -c %a . > "{tmp_path}/mode"; {COPY}')
    convert.to_docx(b"x", "rtf")
    assert (tmp_path / "mode").read_text().strip() == "700"
    assert not Path((tmp_path / "place").read_text().strip()).exists()


def test_the_program_does_not_see_the_secrets_of_the_portal(program, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    program(f'env > "{tmp_path}/environment"; {COPY}')
    convert.to_docx(b"x", "doc")
    assert "hush" not in (tmp_path / "environment").read_text()


def test_a_program_that_hangs_is_ended_with_everything_it_started(program, tmp_path: Path) -> None:
    program(f'sleep 1000 & echo $! > "{tmp_path}/child"; wait')
    with pytest.raises(Refused) as caught:
        convert.to_docx(b"x", "doc", timeout_seconds=1)
    assert "时限" in caught.value.message
    child = int((tmp_path / "child").read_text())
    status = Path(f"/proc/{child}/status")
    assert not status.exists() or "State:\tZ" in status.read_text()


def test_a_program_that_writes_nothing_is_a_refusal(program) -> None:
    program("exit 0")
    with pytest.raises(Refused, match="损坏或设有密码"):
        convert.to_docx(b"x", "doc")


def test_a_format_that_is_not_a_text_is_not_converted(program) -> None:
    program(COPY)
    with pytest.raises(Refused, match="不能转换"):
        convert.to_docx(b"x", "pdf")


@pytest.mark.debian
def test_libreoffice_reads_rich_text_and_old_word_files() -> None:
    rich_text = rb"{\rtf1\ansi\ansicpg936 \u21407?\u21578?\par}"
    assert read_docx(convert.to_docx(rich_text, "rtf")).paragraphs[0].text == "原告"


@pytest.mark.debian
def test_libreoffice_prints_and_resaves_a_judgment() -> None:
    original = judgment_docx(producer="wps")
    assert sniff(convert.docx_to_pdf(original)) == "pdf"
    resaved = convert.to_docx(original, "docx")
    assert [paragraph.text for paragraph in read_docx(resaved).paragraphs] == list(JUDGMENT)


@pytest.mark.debian
def test_libreoffice_does_not_take_rubbish_for_plain_text() -> None:
    with pytest.raises(Refused) as caught:
        convert.to_docx(b"\xd0\xcf\x11\xe0rubbish" * 100, "doc")
    assert caught.value.code == "conversion_failed"
