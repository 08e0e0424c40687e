import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.judgments.redaction.making import judgment

ROOT = Path(__file__).resolve().parents[2]


def make(folder, name, text):
    document = docx.Document()
    document.core_properties.author = ""
    for line in text.split("\n"):
        document.add_paragraph(line)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path)
    return str(path)


@pytest.fixture
def ready(tmp_path):
    return make(tmp_path, "甲.docx", judgment())


@pytest.fixture
def held(tmp_path):
    return make(tmp_path, "乙.docx", judgment(cause="离婚纠纷"))


def run(*arguments):
    """The exit status of one call."""
    with pytest.raises((SystemExit, CommandError)) as stopped:
        call_command("redact", *arguments)
    error = stopped.value
    return error.returncode if isinstance(error, CommandError) else error.code or 0


def report(out, stem):
    return json.loads((out / stem / "report.json").read_text(encoding="utf-8"))


def test_a_ready_document_ends_with_0_and_its_report_says_all(ready, tmp_path):
    out = tmp_path / "out"
    assert run(ready, "--out", str(out)) == 0
    found = report(out, "甲")
    assert found["status"] == "ready"
    assert found["kind"] == "判决书"
    assert found["case_number"] == "（2019）粤0103民初77号"
    assert [(p["role"], p["name"], p["aliases"]) for p in found["parties"]] == [
        ("原告", "沈立平", []),
        ("被告", "何秀莲", []),
    ]
    assert {"category", "original", "replacement", "count"} == set(found["replacements"][0])
    assert [section["kind"] for section in found["removed_sections"]] == ["claims", "defence"]
    assert set(found["doubts"][0]) == {"code", "blocking", "text", "where"} if found["doubts"] else True
    assert {path.name for path in (out / "甲").iterdir()} == {"public.docx", "public.html", "report.json"}
    assert out.stat().st_mode & 0o777 == 0o700
    html = (out / "甲" / "public.html").read_text(encoding="utf-8")
    assert html.startswith("<p")
    assert "沈立平" not in html


def test_held_ends_with_3_and_refused_with_2(ready, held, tmp_path, capsys):
    assert run(ready, held, "--out", str(tmp_path / "a")) == 3
    assert report(tmp_path / "a", "乙")["status"] == "held"
    bad = tmp_path / "丙.docx"
    bad.write_text("不是文书")
    assert run(ready, held, str(bad), "--out", str(tmp_path / "b")) == 2
    assert [path.name for path in (tmp_path / "b" / "丙").iterdir()] == ["report.json"]
    assert report(tmp_path / "b", "甲")["status"] == "ready"
    assert len([line for line in capsys.readouterr().err.splitlines() if "丙.docx" in line]) == 1


def test_a_party_list_is_confirmed_or_contradicted(ready, tmp_path):
    listed = tmp_path / "parties.json"
    listed.write_text(
        json.dumps(
            [
                {"role": "原告", "name": "沈立平", "kind": "person"},
                {"role": "被告", "name": "何秀莲", "kind": "person"},
            ]
        )
    )
    assert run(ready, "--parties", str(listed), "--out", str(tmp_path / "a")) == 0
    listed.write_text(json.dumps([{"role": "原告", "name": "周兰英", "kind": "person"}]))
    assert run(ready, "--parties", str(listed), "--out", str(tmp_path / "b")) == 3


def test_the_2016_policy_can_be_chosen(ready, tmp_path):
    assert run(ready, "--policy", "spc-2016", "--out", str(tmp_path / "out")) == 0
    assert "沈立平" in (tmp_path / "out" / "甲" / "public.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content", ["{", "{}", '[{"role": "原告"}]', '[{"role": "原告", "name": "甲某", "kind": "人"}]', "[1]"]
)
def test_a_bad_party_list_is_a_usage_error_and_nothing_is_written(ready, tmp_path, content):
    listed = tmp_path / "parties.json"
    listed.write_text(content, encoding="utf-8")
    assert run(ready, "--parties", str(listed), "--out", str(tmp_path / "out")) == 64
    assert not (tmp_path / "out").exists()


def test_two_inputs_with_one_stem_are_a_usage_error_before_anything_is_written(ready, tmp_path):
    other = make(tmp_path, "另/甲.docx", judgment())
    assert run(ready, other, "--out", str(tmp_path / "out")) == 64
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.docx"],
        ["--out", "x"],
        ["a.docx", "--policy", "other", "--out", "x"],
        ["a.docx", "--parties", "none.json", "--out", "x"],
        ["--nonsense"],
    ],
)
def test_a_wrong_call_ends_with_64_from_the_shell_too(arguments, tmp_path):
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "redact", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 64


def test_a_place_that_cannot_be_written_to_is_a_usage_error_and_nothing_is_written(ready, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "甲").write_text("不是目录")
    assert run(ready, "--out", str(out)) == 64
    assert [path.name for path in out.iterdir()] == ["甲"]
    assert run(ready, "--out", "/proc/nowhere/out") == 64
