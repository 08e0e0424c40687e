"""A megabyte in one paragraph, of names, digits or brackets: ten seconds of a processor are promised. Printed, never asserted."""

import time

import pytest

from tests.benchmarks.machine import machine
from tests.judgments.redaction.making import judgment
from tests.judgments.redaction.test_bad_input import MORE, ONE_PARAGRAPH, job_of, megabyte_of

pytestmark = pytest.mark.bench
PARAGRAPHS = {**ONE_PARAGRAPH, **MORE}


@pytest.mark.parametrize("what", [*PARAGRAPHS, "claims", "head"])
def test_a_megabyte_in_one_paragraph(what, tmp_path, capsys):
    text = judgment(facts="经审理查明：⏎" + PARAGRAPHS[what]) if what in PARAGRAPHS else megabyte_of(what)
    begin = time.process_time()
    done = job_of(text, tmp_path)
    taken = time.process_time() - begin
    with capsys.disabled():
        print(f"\na megabyte of {what}: {taken:.1f} s ({done['status']}); {machine()}")
    assert done["status"] in ("ready", "held")
