"""What the database says when asked: whether it answers, its schema, and who is in it."""

from collections.abc import Iterator

from assessments.text import Text
from portal.checkup.findings import Finding, Verdict, judged
from portal.demo.cast import ONE_CLICK
from portal.persistence import people, schema
from portal.persistence.failures import DatabaseError

ANSWERS = Text("データベースに接続できます。", "The database answers.")
CURRENT = Text("スキーマは最新です。", "The schema is up to date.")
OUTDATED = Text(
    "スキーマが古いか、まだ作成されていません。バックアップのうえ portal init を実行してください。",
    "The schema is missing or out of date. Make a backup, then run: portal init",
)
UNKNOWN = Text(
    "より新しいバージョンのポータルがこのデータベースを使いました。そのバージョンを使ってください。",
    "A newer version of the portal wrote this database. Use that version.",
)
NO_DEMO = Text("デモのデータはありません。", "No demo data.")
DEMO = Text(
    "デモの組織が読み込まれています。portal demo --remove で消してください。",
    "The demo organisation is loaded. Remove it: portal demo --remove",
)


def findings() -> Iterator[Finding]:
    try:
        is_known, is_current = schema.is_known(), schema.is_current()
    except DatabaseError as problem:
        yield _silent(problem)
        return
    yield Finding("database", Verdict.GOOD, ANSWERS)
    yield judged("schema", is_current, CURRENT, OUTDATED if is_known else UNKNOWN)
    if is_current:
        yield judged("demo_data", not _has_demo(), NO_DEMO, DEMO)


def _silent(problem: DatabaseError) -> Finding:
    why = str(problem.orig).strip().partition("\n")[0]
    text = Text(
        f"データベースに接続できません。PORTAL_DATABASE_URL とサーバーを確認してください: {why}",
        f"The database does not answer. Check PORTAL_DATABASE_URL and the server: {why}",
    )
    return Finding("database", Verdict.UNSAFE, text)


def _has_demo() -> bool:
    return any(people.find_by_email(email) for email in ONE_CLICK)
