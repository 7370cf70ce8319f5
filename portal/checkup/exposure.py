"""What the settings expose: keys, addresses, mail, debugging."""

from collections.abc import Iterator

from assessments.text import Text
from portal.checkup.findings import Finding, Verdict, judged
from portal.config import Settings


def findings(settings: Settings, *, is_debug: bool) -> Iterator[Finding]:
    """``is_debug``: whether Flask would show its debugger."""
    yield _secret(settings)
    yield judged(
        "debug",
        not is_debug,
        Text("デバッグモードは無効です。", "Debug mode is off."),
        Text(
            "デバッグモードが有効です。FLASK_DEBUG を外してください。",
            "Debug mode is on. Unset FLASK_DEBUG.",
        ),
    )
    yield _demo_mode(settings)
    yield from _address(settings)
    yield from _mail_and_limits(settings)


def _secret(settings: Settings) -> Finding:
    return judged(
        "secret_key",
        settings.is_own_secret,
        Text("秘密鍵が設定されています。", "The secret key is set."),
        Text(
            "秘密鍵は自動生成されたものです。PORTAL_SECRET_KEY に独自の値を設定してください。",
            "The secret key was generated. Set PORTAL_SECRET_KEY to a value of your own.",
        ),
    )


def _demo_mode(settings: Settings) -> Finding:
    return judged(
        "demo_mode",
        not settings.is_demo,
        Text("デモモードは無効です。", "Demo mode is off."),
        Text(
            "デモモードが有効で、誰でもサインインできます。PORTAL_DEMO を外してください。",
            "Demo mode is on: anybody can sign in. Unset PORTAL_DEMO.",
        ),
    )


def _address(settings: Settings) -> Iterator[Finding]:
    url = settings.base_url
    yield judged(
        "https",
        settings.is_https,
        Text(f"HTTPSで公開されます: {url}", f"Served over HTTPS: {url}"),
        Text(
            f"{url} はHTTPSではありません。"
            "HTTPSを終端するプロキシを置き、PORTAL_BASE_URL を https:// で設定してください。",
            f"{url} is not HTTPS. Put a proxy in front that speaks it and set PORTAL_BASE_URL to "
            "an address with https://.",
        ),
    )
    yield judged(
        "address",
        not settings.is_local,
        Text(f"公開アドレスは {settings.host} です。", f"The public address is {settings.host}."),
        Text(
            f"{url} はこのマシンからしか開けません。"
            "利用者が開くアドレスを PORTAL_BASE_URL に設定してください。",
            f"{url} opens on this machine only. Set PORTAL_BASE_URL to the address that people "
            "open.",
        ),
    )
    if settings.is_https and not settings.proxies:
        text = Text(
            "HTTPSのプロキシを前に置く場合は PORTAL_PROXIES=1 を設定してください(現在は0)。",
            "No proxy is trusted. Behind the proxy that speaks HTTPS, set PORTAL_PROXIES=1.",
        )
        yield Finding("proxies", Verdict.NOTE, text)


def _mail_and_limits(settings: Settings) -> Iterator[Finding]:
    yield judged(
        "mail",
        settings.mail_url.startswith(("smtp://", "smtps://")),
        Text("メールはSMTPで送信されます。", "Mail is sent by SMTP."),
        Text(
            "メールが送信されません。"
            "PORTAL_MAIL_URL を smtp:// または smtps:// で設定してください。",
            "No mail leaves the portal. Set PORTAL_MAIL_URL to smtp:// or smtps://.",
        ),
    )
    yield judged(
        "rate_limits",
        not settings.rate_limit_url.startswith("memory:"),
        Text("回数制限は共有されています。", "Rate limits are shared."),
        Text(
            "回数制限はプロセスのメモリーにあり、portal serve が1つの場合にだけ有効です。"
            "複数で動かす場合は PORTAL_RATELIMIT_URL を設定してください。",
            "Rate limits live in the memory of one process, which suits a single portal serve. "
            "For several, set PORTAL_RATELIMIT_URL.",
        ),
        otherwise=Verdict.NOTE,
    )
