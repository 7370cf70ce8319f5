"""Settings: environment variables, checked once at start."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assessments.text import LANGUAGES, Language

CHECKOUT = Path(__file__).parent.parent
LEAST_SECRET = 32


class BadSetting(Exception):
    """A setting is not usable. The message names the variable and what it may be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; docs/configuration.md has the table."""

    data_dir: Path
    database_url: str
    secret_key: str
    secret_key_fallbacks: tuple[str, ...]
    is_own_secret: bool
    base_url: str
    mail_url: str
    mail_from: str
    rate_limit_url: str
    proxies: int
    default_language: Language
    time_zone: str
    is_demo: bool
    renderers: int

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).hostname or ""

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the portal under its address."""
        return is_loopback(self.host)


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this environment. Raises BadSetting for the first that is not usable."""
    data_dir = Path(environment.get("PORTAL_DATA_DIR") or CHECKOUT / "var").resolve()
    secret = _secret(environment, "PORTAL_SECRET_KEY")
    return Settings(
        data_dir=data_dir,
        database_url=_database_url(environment, data_dir),
        secret_key=secret or _kept_secret(data_dir),
        secret_key_fallbacks=tuple(environment.get("PORTAL_SECRET_KEY_FALLBACKS", "").split()),
        is_own_secret=bool(secret),
        base_url=_base_url(environment),
        mail_url=environment.get("PORTAL_MAIL_URL", "console://"),
        mail_from=environment.get("PORTAL_MAIL_FROM", "portal@localhost"),
        rate_limit_url=environment.get("PORTAL_RATELIMIT_URL", "memory://"),
        proxies=_number(environment, "PORTAL_PROXIES", default=0, most=10),
        default_language=_language(environment),
        time_zone=_time_zone(environment),
        is_demo=_flag(environment, "PORTAL_DEMO"),
        renderers=_number(environment, "PORTAL_RENDERERS", default=1, most=64, least=1),
    )


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _database_url(environment: Mapping[str, str], data_dir: Path) -> str:
    url = _secret(environment, "PORTAL_DATABASE_URL") or f"sqlite:///{data_dir / 'portal.db'}"
    if url.startswith("postgresql://"):
        return url.replace("postgresql://", "postgresql+psycopg://", 1)
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise BadSetting("PORTAL_DATABASE_URL must start with sqlite:/// or postgresql://")
    return url


def _secret(environment: Mapping[str, str], name: str) -> str:
    """The value of a variable, or of the file that its ``_FILE`` variant names."""
    path = environment.get(f"{name}_FILE")
    if not path:
        return environment.get(name, "")
    try:
        return Path(path).read_text("utf-8").strip()
    except OSError as problem:
        raise BadSetting(f"{name}_FILE cannot be read: {problem}") from problem


def _kept_secret(data_dir: Path) -> str:
    """The secret of this installation, made at the first start and kept for its owner only."""
    path = data_dir / "secret_key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(LEAST_SECRET))
    except FileExistsError:
        pass
    except OSError as problem:
        raise BadSetting(f"PORTAL_DATA_DIR cannot be written: {problem}") from problem
    return path.read_text("utf-8")


def _base_url(environment: Mapping[str, str]) -> str:
    url = environment.get("PORTAL_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise BadSetting("PORTAL_BASE_URL must look like https://portal.example.com")
    return url


def _language(environment: Mapping[str, str]) -> Language:
    word = environment.get("PORTAL_DEFAULT_LANGUAGE", "ja")
    for language in LANGUAGES:
        if word == language:
            return language
    raise BadSetting("PORTAL_DEFAULT_LANGUAGE must be ja or en")


def _time_zone(environment: Mapping[str, str]) -> str:
    name = environment.get("PORTAL_TIMEZONE", "Asia/Tokyo")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise BadSetting("PORTAL_TIMEZONE must be a name such as Asia/Tokyo") from problem
    return name


def _number(
    environment: Mapping[str, str], name: str, *, default: int, most: int, least: int = 0
) -> int:
    word = environment.get(name) or str(default)
    if not word.isdecimal() or not least <= int(word) <= most:
        raise BadSetting(f"{name} must be a whole number from {least} to {most}")
    return int(word)


def _flag(environment: Mapping[str, str], name: str) -> bool:
    word = environment.get(name, "0")
    if word not in ("0", "1"):
        raise BadSetting(f"{name} must be 0 or 1")
    return word == "1"
