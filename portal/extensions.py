"""The libraries that work inside the application, each set up once."""

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_mailman import Mail
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from portal.config import Settings
from portal.persistence import engines
from portal.persistence.database import db
from portal.web.language import PoDomain, choose_language, choose_time_zone

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, strategy="moving-window")
mail = Mail()


def install(app: Flask, settings: Settings) -> None:
    """Start every library on this application."""
    _open_database(app)
    csrf.init_app(app)
    limiter.init_app(app)
    Compress(app)
    _trust_proxies(app, settings.proxies)
    mail.init_app(app)
    babel = Babel(
        app,
        default_locale=settings.default_language,
        locale_selector=choose_language,
        timezone_selector=choose_time_zone,
    )
    babel.domain_instance = PoDomain()  # type: ignore[no-untyped-call]  # Flask-Babel's own


def _trust_proxies(app: Flask, count: int) -> None:
    """Believe what this many proxies in front of the portal say of client, scheme and host."""
    if count:
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count)  # type: ignore[method-assign]  # Flask says so


def _open_database(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        engines.prepare(db.engine)
