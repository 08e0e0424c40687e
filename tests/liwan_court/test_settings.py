"""Settings under the production environment, in an interpreter of their own."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "deploy" / "production.env.example"


@pytest.fixture
def production(tmp_path: Path) -> dict[str, str]:
    """The environment that deploy/production.env.example describes, with the secret filled in and a folder of its own."""
    described: dict[str, str] = {}
    for line in EXAMPLE.read_text().splitlines():
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            described[name] = value
    return {
        "PATH": os.environ["PATH"],
        **described,
        "SECRET_KEY": secrets.token_urlsafe(60),
        "PORTAL_VAR": str(tmp_path / "var"),
    }


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """What a fresh clone has: nothing."""
    return {"PATH": os.environ["PATH"], "PORTAL_VAR": str(tmp_path / "var")}


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def python(environment: dict[str, str], code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**environment, "DJANGO_SETTINGS_MODULE": "liwan_court.settings"},
        capture_output=True,
        text=True,
        check=False,
    )


def setting(environment: dict[str, str], expression: str) -> str:
    """A value of the settings, read under an environment."""
    done = python(environment, f"from django.conf import settings; print(settings.{expression})")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_deployment_check_is_clean_under_the_production_environment(production: dict[str, str]) -> None:
    done = manage(production, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_value_stops_the_start_and_is_named(
    production: dict[str, str], name: str, value: str | None
) -> None:
    del production[name]
    if value is not None:
        production[name] = value
    done = manage(production, "check")
    assert done.returncode != 0
    assert f"正式环境缺少 {name}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_secret_stops_the_web_server_too(production: dict[str, str]) -> None:
    del production["SECRET_KEY"]
    done = python(production, "import liwan_court.wsgi")
    assert done.returncode != 0
    assert "正式环境缺少 SECRET_KEY" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "check"),
    [
        ("DEMO", "1", "portal.E002"),
        ("ALLOWED_HOSTS", "*", "portal.E003"),
        ("SITE_URL", "http://127.0.0.1:8000", "portal.W002"),
        ("DATABASE_URL", "sqlite:////tmp/unused.sqlite3", "portal.W003"),
        ("REDIS_URL", "", "portal.W004"),
        ("SECRET_KEY", "x" * 40, "security.W009"),
    ],
)
def test_the_deployment_check_names_what_does_not_belong_in_production(
    production: dict[str, str], name: str, value: str, check: str
) -> None:
    done = manage({**production, name: value}, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode != 0
    assert check in done.stderr


def test_the_stream_server_beside_the_portal_gets_an_answer_and_no_redirect(
    production: dict[str, str],
) -> None:
    ask = (
        "import django; django.setup(); from django.test import Client\n"
        "ask = lambda path: Client().get(path, HTTP_HOST='127.0.0.1:8000').status_code\n"
        "print(ask('/live/hooks/publish/'), ask('/live/'))"
    )
    assert python(production, ask).stdout.split() == ["405", "301"]


def test_without_any_environment_a_portal_has_a_secret_of_its_own(bare: dict[str, str]) -> None:
    first, again = setting(bare, "SECRET_KEY"), setting(bare, "SECRET_KEY")
    assert first == again
    assert len(first) > 50
    assert (Path(bare["PORTAL_VAR"]) / "secret.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("url", "engine"),
    [("", "sqlite3"), ("postgres://portal@/portal", "postgresql"), ("sqlite:////tmp/unused", "sqlite3")],
)
def test_one_address_switches_the_database(bare: dict[str, str], url: str, engine: str) -> None:
    environment = {**bare, "DATABASE_URL": url} if url else bare
    assert setting(environment, "DATABASES['default']['ENGINE']") == f"django.db.backends.{engine}"


def test_redis_carries_cache_and_broker_when_it_has_an_address(bare: dict[str, str]) -> None:
    with_redis = {**bare, "REDIS_URL": "redis://127.0.0.1:6379/3"}
    assert setting(with_redis, "CELERY_BROKER_URL") == "redis://127.0.0.1:6379/3"
    assert setting(with_redis, "CACHES['default']['LOCATION']") == "redis://127.0.0.1:6379/3"
    assert setting(bare, "CELERY_BROKER_URL").startswith("filesystem://")


@pytest.mark.parametrize(("name", "value", "said"), [("SECRET_KEY", "abc", "太短"), ("DEBUG", "1", "DEBUG")])
def test_an_unsafe_production_does_not_start(
    production: dict[str, str], name: str, value: str, said: str
) -> None:
    done = manage({**production, name: value}, "check")
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
