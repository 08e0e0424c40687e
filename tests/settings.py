"""The portal's settings as tests see them: a folder of their own for data, a cheap password hash, and the chosen stack.

TEST_STACK=embedded (default) is SQLite and the filesystem broker; TEST_STACK=services is PostgreSQL and Redis.
"""

import atexit
import os
import shutil
import tempfile

from tests import services

_folder = tempfile.mkdtemp(prefix="portal-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["PORTAL_VAR"] = _folder

STACK = os.environ.get("TEST_STACK", "embedded")
_worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
for _name in ("PORTAL_ENV", "DEBUG", "DEMO", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"):
    os.environ.pop(_name, None)
if STACK == "services":
    _database, _redis = services.bring()
    os.environ["DATABASE_URL"] = _database
    os.environ["REDIS_URL"] = services.redis_url(_redis, int(_worker))

from liwan_court.settings import *  # noqa: E402, F403  (the environment comes first)

for _name in ("DATABASE_URL", "REDIS_URL"):
    os.environ.pop(_name, None)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
