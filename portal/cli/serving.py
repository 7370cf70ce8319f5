"""``portal serve``: the portal for browsers."""

import gc
import logging
import signal
import sys
from dataclasses import replace
from typing import NoReturn

import click
import waitress
from flask import Flask

from assessments.loading import LibraryError
from portal import create_app
from portal.cli.application import require_current_schema, the_settings
from portal.cli.demonstrating import show_accounts
from portal.cli.exits import Refused, Unusable
from portal.cli.language import say
from portal.config import Settings, is_loopback
from portal.library import interviews, training
from portal.web import pdf

THREADS = 8
MOST_PORT = 65535
MOST_BODY = 64_000_000
"""In bytes. The application refuses far less, and with a page that says so."""

log = logging.getLogger(__name__)


@click.command(help=say("ポータルを起動します。", "Serve the portal to browsers."))
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help=say("待ち受けるアドレス", "Address to listen on"),
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, MOST_PORT),
    help=say("待ち受けるポート", "Port to listen on"),
)
def serve(host: str, port: int) -> None:
    settings = _at(host, port, the_settings())
    _refuse_open_door(settings, host)
    app = create_app(settings)
    with app.app_context():
        require_current_schema()
        start_renderers()
    load_libraries()
    keep_what_is_loaded()
    signal.signal(signal.SIGTERM, _end)
    _listen(app, settings, host, port)


def start_renderers() -> None:
    """Where no PDF can be made the portal does without; the log says why."""
    try:
        pdf.renderers().warm_up()
    except pdf.NoPdf as problem:
        log.warning("no PDF can be made, see portal doctor: %s", problem)


def load_libraries() -> None:
    """Find out now, and not with the first reader, that a file is wrong.

    Of lessons their texts, and of hiring the kits, are read when somebody opens them: ``portal
    doctor`` reads those too. Raises Unusable.
    """
    try:
        training()
        interviews()
    except LibraryError as problem:
        raise Unusable(
            say(
                f"研修または採用のライブラリを読み込めません: {problem}",
                f"The library of training or of hiring cannot be loaded: {problem}",
            )
        ) from problem


def keep_what_is_loaded() -> None:
    """Spare the collector, which runs in the midst of requests, what stays for good."""
    gc.collect()
    gc.freeze()


def _at(host: str, port: int, settings: Settings) -> Settings:
    """On a local set-up links name the very port that is listened on."""
    if settings.is_local and is_loopback(host):
        return replace(settings, base_url=f"http://{_name(host)}:{port}")
    return settings


def _name(host: str) -> str:
    """Only names and IPv4 addresses are known as trusted hosts (Werkzeug 3.2)."""
    return "localhost" if ":" in host else host


def _refuse_open_door(settings: Settings, host: str) -> None:
    if not is_loopback(host) and not settings.is_own_secret:
        raise Refused(
            say(
                f"{host} で公開するには、PORTAL_SECRET_KEY に独自の値を設定してください。",
                f"Set PORTAL_SECRET_KEY to a value of your own before listening on {host}.",
            )
        )


def _listen(app: Flask, settings: Settings, host: str, port: int) -> None:
    click.echo(say(f"起動しました: {settings.base_url}", f"Serving: {settings.base_url}"))
    if settings.is_demo:
        show_accounts(settings)
    click.echo(say("Ctrl-C で終了します。", "Press Ctrl-C to stop."))
    try:
        waitress.serve(
            app,
            host=host,
            port=port,
            threads=THREADS,
            ident=None,
            max_request_body_size=MOST_BODY,
            clear_untrusted_proxy_headers=not settings.proxies,
            _quiet=True,
        )
    except OSError as problem:
        raise Unusable(
            say(
                f"{host}:{port} で待ち受けできません: {problem.strerror}",
                f"Cannot listen on {host}:{port}: {problem.strerror}",
            )
        ) from problem


def _end(*_: object) -> NoReturn:
    sys.exit(0)
