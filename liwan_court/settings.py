"""Settings of the portal, read from the environment by django-environ.

Two environments: `embedded` (default; SQLite, filesystem broker, local index, everything under var/) and `production`
(PORTAL_ENV=production; a missing secret stops the start). DATABASE_URL and REDIS_URL switch to PostgreSQL and Redis in either.
"""

import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

PRODUCTION = env.str("PORTAL_ENV", default="embedded") == "production"
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
VAR = Path(env.str("PORTAL_VAR", default=str(BASE_DIR / "var")))
VAR.mkdir(parents=True, exist_ok=True, mode=0o700)


SHORTEST_SECRET = 32


def _embedded_secret() -> str:
    """The secret of an embedded portal: made once, kept in a file only the owner can read."""
    path = VAR / "secret.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def _required(name: str, what: str) -> str:
    """A value production cannot go without. Raises ImproperlyConfigured, which stops the start."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"正式环境缺少 {name}（{what}），门户不能启动。请参照 deploy/production.env.example 设置。"
        )
    return str(value)


SECRET_KEY = (
    _required("SECRET_KEY", "密钥") if PRODUCTION else env.str("SECRET_KEY", default="") or _embedded_secret()
)
if PRODUCTION and len(SECRET_KEY) < SHORTEST_SECRET:
    raise ImproperlyConfigured(
        f"SECRET_KEY 太短（至少{SHORTEST_SECRET}个字符），门户不能启动。请参照 deploy/production.env.example 重新生成。"
    )
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("正式环境不能打开 DEBUG：出错页面会显示案件内容。请去掉 DEBUG 后再启动。")

ALLOWED_HOSTS = (
    [*(host.strip() for host in _required("ALLOWED_HOSTS", "门户的域名").split(",")), "127.0.0.1"]
    if PRODUCTION
    else env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
)
"""The stream server on this machine asks by its address."""
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{env.str('PORT', default='8000')}")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "liwan_court.apps.CourtAdminConfig",
    "axes",
    "auditlog",
    "csp",
    "django_htmx",
    "liwan_court.registry",
    "liwan_court.timetable",
    "judgments",
    "livestream.apps.LivestreamConfig",
    "enforcement_logs.apps.EnforcementLogsConfig",
    "oversight.apps.OversightConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "liwan_court.public.PublicPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "auditlog.middleware.AuditlogMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "liwan_court.urls"
WSGI_APPLICATION = "liwan_court.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "liwan_court.context.site",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'portal.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;",
    }
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            # A cache that hangs must not hold up a party at the gate: after a second the database counts instead.
            "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
        }
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

# Celery: a message is a hint, the row is the job; so no result backend, JSON only.
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_ENABLE_UTC = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ROUTES = {
    "judgments.tasks.follow_index_outbox": {"queue": "index"},
    "judgments.tasks.purge_index": {"queue": "index"},
}
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
else:
    _broker = VAR / "broker"
    for _folder in (_broker / "messages", _broker / "control"):
        _folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    CELERY_BROKER_URL = "filesystem://localhost//"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_broker / "messages"),
        "data_folder_out": str(_broker / "messages"),
        "control_folder": str(_broker / "control"),
        "polling_interval": 0.1,
    }

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_IPWARE_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
LOGIN_URL = "admin:login"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
ASSETS_ROOT = VAR / "assets"
"""What `make assets` fetched for browsers; the portal works without it."""
STATICFILES_DIRS = [BASE_DIR / "static", *([ASSETS_ROOT] if ASSETS_ROOT.is_dir() else [])]
WHITENOISE_USE_FINDERS = not PRODUCTION
PRIVATE_ROOT = VAR / "private"
"""Original documents: no URL leads here."""
PUBLIC_ROOT = VAR / "public"
"""Files of public editions, written only after the leak gate passed."""
INDEX_ROOT = VAR / "index"
LIVE_ROOT = Path(env.str("LIVE_ROOT", default=str(VAR / "live" / "raw")))
"""Pieces of a stream as nginx writes them: private, no URL leads here."""
LIVE_PUBLIC_ROOT = VAR / "live" / "public"
"""Released pieces under random names; on the same file system as LIVE_ROOT a release costs no copy."""
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PUBLIC_ROOT},
    },
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": PRIVATE_ROOT,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "replays": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "live" / "replays", "file_permissions_mode": 0o640},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

NOTICES_BY_MAIL = bool(env.str("EMAIL_URL", default=""))
"""Without a mail server (EMAIL_URL=smtp+tls://user:password@host:587) notices stand in the portal alone."""
if NOTICES_BY_MAIL:
    vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")

COURT_ADDRESS = env.str("COURT_ADDRESS", default="")
COURT_PHONE = env.str("COURT_PHONE", default="")
COURT_ABBREVIATIONS = env.list("COURT_ABBREVIATIONS", default=["粤0103", "穗荔法"])
CASE_KEY_YEARS = env.int("CASE_KEY_YEARS", default=2)
"""For how many years after a case was closed its parties may read it with their keys (R63)."""
COLLECTION_DAY = 20
SEARCH_ENGINE = env.str("SEARCH_ENGINE", default="tantivy")
REDACTION_POLICY = env.str("REDACTION_POLICY", default="liwan-2013")
LIVESTREAM_VICE_PRESIDENT_SIGNS = env.bool("LIVESTREAM_VICE_PRESIDENT_SIGNS", default=False)
"""Whether a hearing on the air needs the signature of 分管副院长 too, besides judge and division head (R49)."""
LIVESTREAM_SIGNATURE_WORKDAYS = env.int("LIVESTREAM_SIGNATURE_WORKDAYS", default=2)
"""By how many working days before the hearing the signatures must be there (D22)."""
LIVE_HOOK_SECRET = env.str("LIVE_HOOK_SECRET", default="")
"""What nginx says in X-Live-Secret when it asks about a push; without it only this machine itself may ask."""
LIVE_PUSH_ADDRESS = env.str("LIVE_PUSH_ADDRESS", default="rtmp://127.0.0.1/live")
LIVE_WINDOW_SECONDS = env.int("LIVE_WINDOW_SECONDS", default=600)
LIVE_RAW_DAYS = env.int("LIVE_RAW_DAYS", default=30)
LIVE_ACCEL = env.str("LIVE_ACCEL", default="")
"""The internal address under which nginx hands out LIVE_PUBLIC_ROOT for the portal, such as /_live/."""
WEIBO_APP_KEY = env.str("WEIBO_APP_KEY", default="")
"""The portal as an app of Weibo's; without key and secret posts are carried over by hand."""
WEIBO_APP_SECRET = env.str("WEIBO_APP_SECRET", default="")
WEIBO_API = env.str("WEIBO_API", default="https://api.weibo.com/2")
WEIBO_OAUTH = env.str("WEIBO_OAUTH", default="https://api.weibo.com/oauth2")
WEIBO_SAFE_DOMAIN = env.str("WEIBO_SAFE_DOMAIN", default="")
"""The domain registered there for links (安全域名); empty: the host of SITE_URL."""
WEIBO_OPERATOR_ADDRESS = env.str("WEIBO_OPERATOR_ADDRESS", default="")
"""The court's address on the internet, sent as the operator's (rip) where staff sit behind one; empty: that of the request."""
UPLOAD_LIMIT_BYTES = env.int("UPLOAD_LIMIT_BYTES", default=20 * 1024 * 1024)
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "media-src": [SELF, "blob:"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^live/hooks/"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        "axes": {"level": "ERROR"},
        "django.request": {"level": "ERROR"},
        "judgments": {"level": "INFO"},
        "liwan_court": {"level": "INFO"},
    },
}
