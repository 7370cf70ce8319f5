"""Settings: environment variables, checked once at start."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from assessments.text import Language
from portal import setting_values
from portal.setting_values import BadSetting

CHECKOUT = Path(__file__).parent.parent
LEAST_SECRET = 32


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
    """The settings of this environment, where an empty value counts as none.

    Raises BadSetting for the first that is not usable.
    """
    given = {name: value for name, value in environment.items() if value.strip()}
    data_dir = _made(Path(given.get("PORTAL_DATA_DIR", CHECKOUT / "var")).resolve())
    secret = _own_secret(given)
    return Settings(
        data_dir=data_dir,
        database_url=_database_url(given, data_dir),
        secret_key=secret or _kept_secret(data_dir),
        secret_key_fallbacks=tuple(given.get("PORTAL_SECRET_KEY_FALLBACKS", "").split()),
        is_own_secret=bool(secret),
        base_url=setting_values.base_url(given, "PORTAL_BASE_URL", "http://127.0.0.1:8000"),
        mail_url=setting_values.mail_url(given, "PORTAL_MAIL_URL", "console://"),
        mail_from=setting_values.mail_from(given, "PORTAL_MAIL_FROM", "portal@localhost"),
        rate_limit_url=setting_values.rate_limit_url(given, "PORTAL_RATELIMIT_URL", "memory://"),
        proxies=setting_values.number(given, "PORTAL_PROXIES", 0, range(11)),
        default_language=setting_values.language(given, "PORTAL_DEFAULT_LANGUAGE", "ja"),
        time_zone=setting_values.time_zone(given, "PORTAL_TIMEZONE", "Asia/Tokyo"),
        is_demo=setting_values.flag(given, "PORTAL_DEMO"),
        renderers=setting_values.number(given, "PORTAL_RENDERERS", 1, range(1, 65)),
    )


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _database_url(given: Mapping[str, str], data_dir: Path) -> str:
    url = _secret(given, "PORTAL_DATABASE_URL") or f"sqlite:///{data_dir / 'portal.db'}"
    return setting_values.database_url(url, "PORTAL_DATABASE_URL")


def _secret(given: Mapping[str, str], name: str) -> str:
    """The value of a variable, or of the file that its ``_FILE`` variant names."""
    path = given.get(f"{name}_FILE")
    if path is None:
        return given.get(name, "").strip()
    try:
        text = Path(path).read_text("utf-8").strip()
    except (OSError, ValueError) as problem:
        raise BadSetting(
            f"{name}_FILE を読み込めません: {problem}", f"{name}_FILE cannot be read: {problem}"
        ) from problem
    if not text:
        raise BadSetting(
            f"{name}_FILE のファイルが空です: {path}",
            f"{name}_FILE names a file with nothing in it: {path}",
        )
    return text


def _own_secret(given: Mapping[str, str]) -> str:
    """The key of the environment, "" for none; one that could be guessed signs nothing."""
    secret = _secret(given, "PORTAL_SECRET_KEY")
    if secret and len(secret) < LEAST_SECRET:
        raise BadSetting(
            f"PORTAL_SECRET_KEY は{LEAST_SECRET}文字以上にしてください。",
            f"PORTAL_SECRET_KEY must have at least {LEAST_SECRET} characters",
        )
    return secret


def _kept_secret(data_dir: Path) -> str:
    """The secret of this installation, made at the first start and kept for its owner only."""
    path = data_dir / "secret_key"
    try:
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(LEAST_SECRET))
        secret = path.read_text("utf-8")
    except OSError as problem:
        raise BadSetting(
            f"PORTAL_DATA_DIR を使えません: {problem}", f"PORTAL_DATA_DIR cannot be used: {problem}"
        ) from problem
    if len(secret) < LEAST_SECRET:
        raise BadSetting(
            f"PORTAL_DATA_DIR の secret_key が壊れています。削除してください: {path}",
            f"PORTAL_DATA_DIR holds a broken secret_key; remove it: {path}",
        )
    return secret


def _made(data_dir: Path) -> Path:
    """The folder, which is there now."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise BadSetting(
            f"PORTAL_DATA_DIR を作成できません: {problem}",
            f"PORTAL_DATA_DIR cannot be made: {problem}",
        ) from problem
    return data_dir
