"""`rebuild_index`: counts what it took in, for people and for machines."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories import make_published, make_withdrawn

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_the_public_is_counted_and_the_withdrawn_is_not(settings, tmp_path, arguments):
    settings.INDEX_ROOT = tmp_path / "index"
    make_published()
    make_withdrawn()
    out = StringIO()
    call_command("rebuild_index", *arguments, stdout=out)
    if arguments:
        assert json.loads(out.getvalue()) == {"documents": 1}
    else:
        assert "1篇" in out.getvalue()
