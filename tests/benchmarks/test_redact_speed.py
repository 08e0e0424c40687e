"""Redaction against python-docx opening and saving the same file: printed, never asserted as a time."""

import io
import resource
import time
import tracemalloc

import docx
import pytest

from judgments.intake.reader import read_docx
from judgments.redaction.engine import redact
from judgments.redaction.gate import check
from judgments.redaction.writers.artefacts import public_artefacts
from tests.benchmarks.machine import machine
from tests.judgments.redaction.making import document, judgment

pytestmark = pytest.mark.bench
FILLER = "双方对合同的签订、履行和解除的经过陈述一致，并有合同、送货单和对账单相互印证，本院予以采信。"


def file_of(text):
    buffer = io.BytesIO()
    made = docx.Document()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.save(buffer)
    return buffer.getvalue()


def seconds(work, repeat):
    begin = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - begin) / repeat


def whole(data):
    edition = redact(read_docx(data))
    return check(public_artefacts(edition, ""), edition)


def open_and_save(data):
    docx.Document(io.BytesIO(data)).save(io.BytesIO())


def test_the_whole_of_redact_against_opening_and_saving(capsys):
    data = file_of(judgment(facts="经审理查明：沈立平付款。\n" + "\n".join([FILLER] * 60)))
    whole(data)
    ours, theirs = seconds(lambda: whole(data), 20), seconds(lambda: open_and_save(data), 20)
    with capsys.disabled():
        print(f"\n{machine()}")
        print(
            f"redact: {1 / ours:.0f} documents/s, {ours / theirs:.2f} × python-docx opening and saving the same file"
        )
    assert whole(data) == []


def test_memory_and_time_of_five_thousand_paragraphs(capsys):
    """The whole of redact with the gate; memory as Python allocated it at most, in a second run that is not timed."""
    data = file_of(
        judgment(facts="经审理查明：属实。\n" + "\n".join([f"沈立平付款给何秀莲。{FILLER}"] * 5000))
    )
    begin = time.process_time()
    leaks = whole(data)
    taken = time.process_time() - begin
    tracemalloc.start()
    whole(data)
    most = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    with capsys.disabled():
        print(
            f"\n5,000 paragraphs: {taken:.2f} s, at most {most:.0f} MB allocated by Python (trees of lxml apart)"
        )
    assert leaks == []


@pytest.mark.parametrize("size", [1, 2, 4])
def test_cost_grows_with_length_and_hardly_with_names(size, capsys):
    parties = "\n".join(
        f"{'原告' if i % 2 else '被告'}：{'沈何陆童曾'[i % 5]}{'立秀兰翠英德良敏静晓芳'[i % 11]}{'丽娟超勇磊洋艳霞辉鹏军'[i // 11 % 11]}，男。"
        for i in range(75 * size)
    )
    text = judgment(
        parties=parties, procedure="本案现已审理终结。", facts="经审理查明：" + FILLER * 1200 * size
    )
    begin = time.process_time()
    edition = redact(document(text))
    taken = time.process_time() - begin
    with capsys.disabled():
        print(
            f"\nengine: {75 * size} parties, {len(text)} characters: {taken:.2f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )
    assert len(edition.parties) == 75 * size
