"""One settings file. Every choice a place may make is an environment variable; see docs/operations.md."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from forankring import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
# Locks that say whose PDF is being made on this machine (forankring/rendering/turns.py).
PDF_TURNS_DIR = VAR_DIR / "pdf-turns"

DEBUG = env.flag("DJANGO_DEBUG", default=False) and not env.IS_PRODUCTION
SECRET_KEY = env.secret("DJANGO_SECRET_KEY", local="only-for-a-developers-own-machine")
ALLOWED_HOSTS = env.hosts("DJANGO_ALLOWED_HOSTS", local="localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS] if env.IS_PRODUCTION else []
DATABASES = {"default": env.database("DATABASE_URL", local=f"sqlite:///{VAR_DIR / 'forankring.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "forankring.ui",
    "forankring.accounts",
    "forankring.operations",
    "actors",
    "projects",
    "forankring.apps.ForankringAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
]

MIDDLEWARE = [
    "forankring.log.log_requests",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "forankring.requests.refuse_other_methods",
    "forankring.requests.refuse_half_a_body",
    "forankring.requests.read_as_utf_8",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "forankring.accounts.middleware.keep_nowhere",
    # Below WhiteNoise, which has its files compressed already. Django hides the length, so that nobody can guess by it.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "forankring.accounts.middleware.end_sessions",
    # Above the sign-in, which carries on only what came whole.
    "forankring.whole.WholeFormMiddleware",
    # Closed by default: a view is open only when it says so with @login_not_required.
    "forankring.accounts.middleware.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "forankring.accounts.sent_once.SentOnceMiddleware",
    "projects.phases.guidance.read_wordings_once",
    "projects.phases.analysis.rounds.taking_over.take_seats_over",
    "projects.meetings.screen.CoverPrivatePages",
]

ROOT_URLCONF = "forankring.urls"
WSGI_APPLICATION = "forankring.wsgi.application"
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
                "forankring.accounts.context.person",
                "projects.meetings.screen.screen",
            ],
            "builtins": ["forankring.ui.templatetags.ui"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "dkfds"
CRISPY_TEMPLATE_PACK = "dkfds"

# People ----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "forankring.accounts.passwords.NotAboutYou"},
    {"NAME": "forankring.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "forankring.accounts.passwords.NotCommon"},
    {"NAME": "forankring.accounts.passwords.NotOnlyDigits"},
]
ACCOUNT_ADAPTER = "forankring.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "forankring.accounts.sign_in.LoginForm",
    "reset_password": "forankring.accounts.sign_in.ResetPasswordForm",
    "reset_password_from_key": "forankring.accounts.sign_in.ResetPasswordKeyForm",
    "set_password": "forankring.accounts.sign_in.SetPasswordForm",
    "change_password": "forankring.accounts.sign_in.ChangePasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Whoever was invited has proved the address by following the link, so there is no second proof.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
# Nobody can make this site write to an address it does not know.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Whoever's password is changed is told by mail.
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Django's own, which follows from the address, the password and the last sign-in. The library's keeps a second copy of
# every address, and would still let people in by it when theirs has changed.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_SESSION_REMEMBER = True
# How many proxies of our own stand in front: limits count the caller's address, which the outermost one writes.
# In production there is one, for TLS; without it all callers would share its address, and its limits.
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("TRUSTED_PROXIES", 1 if env.IS_PRODUCTION else 0)
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Tries are counted per person first, then per address: a workshop of forty signs in through one wifi, and an office of
# hundreds may share one address. Every wait at the door is five minutes at most, because
# that is what people are told.
ACCOUNT_RATE_LIMITS = {
    # Wrong codes of a round (projects/phases/analysis/rounds).
    "round_code": "200/5m/ip",
    # Wrong passwords (accounts/adapter.py), in place of the library's count of every press.
    "wrong_password": "5/5m/key,200/5m/ip",
    "login": None,
    "login_failed": None,
    "signup": None,
    "change_password": "5/5m/user",
    "reset_password": "5/5m/key,200/5m/ip",
    "reset_password_from_key": "200/5m/ip",
    # Letters that invite (accounts/letters.py): the wait is an hour, and it is told.
    "invitation": "5/h/key,100/h/user",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_projects"
PASSWORD_RESET_TIMEOUT = 7 * 24 * 60 * 60
# Whoever opened the link in the mail and chose a password is in, also while wrong ones are being tried elsewhere.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# Without use, and in any case (accounts/session_end.py).
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_LASTS_AT_MOST = timedelta(days=14)
SESSION_SAVE_EVERY_REQUEST = False

# What every worker must count together, such as tries to sign in, is kept in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# E-mail ----------------------------------------------------------------------------------------
EMAIL_HOST = env.mail_server("EMAIL_HOST")
EMAIL_BACKEND = f"django.core.mail.backends.{'console' if EMAIL_HOST == 'console' else 'smtp'}.EmailBackend"
EMAIL_PORT = env.integer("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", local="") if env.flag("EMAIL_AUTH", default=False) else ""
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", local="") if env.flag("EMAIL_AUTH", default=False) else ""
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", local="Forankring <forankring@localhost.example>")

# Language --------------------------------------------------------------------------------------
LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("dansk"))]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
FORMAT_MODULE_PATH = "forankring.formats"

# Files -----------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("dkfds", VAR_DIR / "dkfds")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Safety ----------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# A browser takes a cookie with this prefix only from this very host, by TLS: no neighbour's page can plant one.
_PREFIX = "__Host-" if env.IS_PRODUCTION else ""
SESSION_COOKIE_NAME = f"{_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{_PREFIX}csrftoken"
MESSAGE_COOKIE_NAME = f"{_PREFIX}messages"
MESSAGE_STORAGE = "forankring.ui.message_storage.MessageStorage"
KNOWN_DEVICE_COOKIE_NAME = f"{_PREFIX}known_device"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "forankring.accounts.views.too_old_a_page"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
if env.IS_PRODUCTION:
    SECURE_SSL_REDIRECT = True
    # The load balancer asks for health over plain http from inside.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "forankring.log.Line"}},
    "filters": {"only_faults": {"()": "forankring.log.OnlyFaults"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "forankring": {"level": "INFO"},
        # What Django says of a refused request stands in our own line about it.
        "django.request": {"filters": ["only_faults"]},
        "django.security": {"level": "CRITICAL"},
        # That requests wait a moment for a thread is no news.
        "waitress.queue": {"level": "ERROR"},
    },
}
