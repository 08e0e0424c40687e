import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from judgments.redaction.edition import Party
from judgments.redaction.job import Job
from judgments.redaction.process import Worker, edition_in, run_in_child
from tests.judgments.redaction.making import judgment

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def original(tmp_path):
    document = docx.Document()
    for line in judgment().split("\n"):
        document.add_paragraph(line)
    path = tmp_path / "沈立平.docx"
    document.save(path)
    return path


def test_a_child_writes_private_files_and_an_edition(original, tmp_path):
    out = tmp_path / "out"
    result = run_in_child(
        original, out, file_name="上传.docx", parties=[Party("原告", "沈立平"), Party("被告", "何秀莲")]
    )
    assert result.status in ("ready", "held")
    assert {path.name for path in out.iterdir()} == {
        "public.docx",
        "public.html",
        "public.txt",
        "report.json",
        "edition.json",
    }
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in out.iterdir())
    assert out.stat().st_mode & 0o777 == 0o700
    edition = edition_in(out)
    assert edition is not None
    assert edition.title == "原告×××与被告×××民间借贷纠纷一审民事判决书"
    assert "沈立平" not in (out / "public.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 not a zip", b"plain text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600],
)
def test_a_bad_file_is_refused_in_chinese_and_leaves_a_report_only(content, tmp_path):
    bad = tmp_path / "bad.docx"
    bad.write_bytes(content)
    result = run_in_child(bad, tmp_path / "out")
    assert result.status == "refused"
    assert any("\u4e00" <= character <= "\u9fff" for character in result.message)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report.json"]
    assert edition_in(tmp_path / "out") is None


def test_a_missing_file_is_refused(tmp_path):
    assert run_in_child(tmp_path / "nope.docx", tmp_path / "out").code == "unreadable"


def test_a_worker_that_takes_too_long_is_killed_and_the_next_job_goes_on(original, tmp_path):
    with Worker(timeout_seconds=-5.0) as worker:
        late = worker.run(Job(str(original), str(tmp_path / "late")))
    assert (late.status, late.code) == ("refused", "timeout")
    assert json.loads((tmp_path / "late" / "report.json").read_text(encoding="utf-8"))["status"] == "refused"
    with Worker() as worker:
        assert worker.run(Job(str(original), str(tmp_path / "a"))).status != "refused"
        assert worker.run(Job(str(tmp_path / "nope"), str(tmp_path / "b"))).status == "refused"
        assert worker.run(Job(str(original), str(tmp_path / "c"))).status != "refused"


def test_the_child_never_imports_django(original, tmp_path):
    job = json.dumps(Job(str(original), str(tmp_path / "out")).to_json())
    script = (
        "import sys, io; sys.stdin = io.StringIO(sys.argv[1]); from judgments.redaction import child; child.main([]); "
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, job], cwd=ROOT, capture_output=True, check=False, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stderr
