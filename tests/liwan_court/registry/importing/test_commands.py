"""The commands: import_cases and vendor_token."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from liwan_court.registry.models import Case, ImportRun, VendorToken
from liwan_court.registry.vendor_access import digest_of
from tests.liwan_court.registry.importing.court import CASE, FILE, PARTY, PLAINTIFF, as_csv, token_for, with_


def run(path, *options: str) -> str:
    out = io.StringIO()
    call_command("import_cases", str(path), *options, stdout=out)
    return out.getvalue()


def test_a_file_is_imported_and_counted(people, tmp_path):
    path = tmp_path / "一月.csv"
    path.write_bytes(as_csv(*FILE))
    said = run(path, "--dry-run")
    assert "试导入" in said
    assert not Case.objects.exists()
    assert "新增4，更改0，未变0，未导入0" in run(path)
    assert "新增0，更改0，未变4，未导入0" in run(path)
    last = ImportRun.objects.first()
    assert (last.source, last.sent_by) == ("command", None)


def test_refused_rows_are_told_and_the_command_fails(people, tmp_path):
    path = tmp_path / "一月.csv"
    path.write_bytes(as_csv(CASE, with_(PLAINTIFF, 诉讼地位="")))
    out = io.StringIO()
    with pytest.raises(CommandError, match="有1行没有导入"):
        call_command("import_cases", str(path), stdout=out)
    assert "第3行 D-1　诉讼地位：必须填写" in out.getvalue()
    assert PARTY not in out.getvalue()
    assert Case.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("a.csv", b"x", "缺少"), ("a.doc", b"x", "只接收"), ("a.csv", None, "打不开")],
)
def test_a_file_that_cannot_be_read_fails(people, tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CommandError, match=said):
        run(tmp_path / name)


def test_a_token_is_shown_once_and_kept_as_a_hash(people):
    first, second = token_for(people.vendor), token_for(people.vendor)
    assert len(first) >= 43
    assert first != second
    rows = {row.digest: row.revoked_at for row in VendorToken.objects.filter(officer=people.vendor)}
    assert set(rows) == {digest_of(first), digest_of(second)}
    assert rows[digest_of(first)] is not None
    assert rows[digest_of(second)] is None


def test_tokens_are_ended(people):
    token_for(people.vendor)
    other = token_for(people.other_vendor)
    call_command("vendor_token", people.vendor.staff_no, "--revoke", stderr=io.StringIO())
    live = VendorToken.objects.filter(revoked_at=None)
    assert [row.digest for row in live] == [digest_of(other)]


def test_only_the_firm_gets_a_token(people):
    for staff_no in (people.judge.staff_no, "S0"):
        with pytest.raises(CommandError):
            call_command("vendor_token", staff_no, stderr=io.StringIO())
    assert not VendorToken.objects.exists()
