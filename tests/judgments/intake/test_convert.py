"""Conversion by another program: its own folder, its own time, and a plain word when it is missing or fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from judgments.intake import convert, pdf
from judgments.intake.document import Refused
from judgments.intake.reader import read_docx
from judgments.intake.sniff import sniff
from tests.documents import JUDGMENT, judgment_docx
from tests.polling import wait_for

COPY = 'for last; do :; done; mkdir -p out; cp "$last" out/input.docx'
"""A stand-in for LibreOffice that "converts" by copying its input."""
EMPTY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)
"""One page without a letter on it, as a scanner makes them."""


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
    wait_for("the end of what the program started", lambda: is_over(child))


def is_over(process: int) -> bool:
    """Whether a process is gone, or dead and waiting for whoever inherits it."""
    try:
        return "State:\tZ" in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_a_program_that_writes_nothing_is_a_refusal(program) -> None:
    program("exit 0")
    with pytest.raises(Refused, match="损坏或设有密码"):
        convert.to_docx(b"x", "doc")


def test_a_format_that_is_not_a_text_is_not_converted(program) -> None:
    program(COPY)
    with pytest.raises(Refused, match="不能转换"):
        convert.to_docx(b"x", "xlsx")


def test_without_its_program_a_pdf_is_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not convert.converts("pdf")
    with pytest.raises(Refused, match="pdftotext"):
        convert.to_docx(b"%PDF-1.7", "pdf")


def test_printed_lines_become_paragraphs_again() -> None:
    printed = (
        "                 民 事 判 决 书\n\n"
        "    原告沈立平诉被告何秀莲民间借贷纠纷一案，本院受理后，\n"
        "依法公开开庭进行了审理。当事人于 2012 年 5 月签订合同，沈\n"
        "立平已付款。\n"
        "    本院认为，合同有效。\n"
        "                      - 1 -\n\f"
        "    判决如下：\n"
    )
    assert list(pdf.paragraphs(printed)) == [
        "民 事 判 决 书",
        "原告沈立平诉被告何秀莲民间借贷纠纷一案，本院受理后，依法公开开庭进行了审理。当事人于2012年5月签订合同，沈立平已付款。",
        "本院认为，合同有效。",
        "判决如下：",
    ]


@pytest.mark.debian
def test_a_printed_judgment_comes_back_with_its_names_whole() -> None:
    long = "经审理查明，原告沈立平与被告广州市粤荔皮具有限公司于2012年5月签订买卖合同，约定由沈立平供货，广州市粤荔皮具有限公司在收货后三十日内付款，双方并约定了违约责任。"
    printed = convert.docx_to_pdf(judgment_docx([*JUDGMENT[:10], long, *JUDGMENT[11:]]))
    read = [p.text.replace(" ", "") for p in read_docx(convert.to_docx(printed, "pdf")).paragraphs]
    assert long in read
    assert "原告：沈立平，男，1970年3月5日出生，汉族，住广州市荔湾区龙津西路123号4楼。" in read


@pytest.mark.debian
def test_a_damaged_pdf_and_a_scan_are_refused() -> None:
    for data, code in ((b"%PDF-1.7\nrubbish", "conversion_failed"), (EMPTY_PDF, "no_text")):
        with pytest.raises(Refused) as caught:
            convert.to_docx(data, "pdf")
        assert caught.value.code == code


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
