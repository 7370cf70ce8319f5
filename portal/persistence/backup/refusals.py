"""Why a backup is not made or not put back."""

from assessments.refusals import Refusal
from assessments.text import Text


class NotABackup(Refusal):
    """The file is no archive of ours, or holds something that does not belong into one."""

    wording = Text(
        "このファイルはポータルのバックアップではないか、壊れています: {problem}",
        "This file is not a backup of the portal, or it is damaged: {problem}",
    )


class WouldOverwrite(Refusal):
    """A backup is to be written over a file that is none."""

    wording = Text(
        "{name} はバックアップではないファイルです。別の名前を指定してください。",
        "{name} is there and is not a backup. Choose another name.",
    )


class NothingToBackUp(Refusal):
    """There is no database yet."""

    wording = Text(
        "データベースがまだありません。portal init を実行してください。",
        "There is no database yet. Run: portal init",
    )


class UnreadableDatabase(Refusal):
    """The present database does not open, or is not whole."""

    wording = Text(
        "データベースを読めません: {problem}。"
        "壊れている場合は、正常なバックアップを portal restore で復元してください。",
        "The database cannot be read: {problem}. "
        "If it is damaged, put a good backup back with portal restore.",
    )


class NewerBackup(Refusal):
    """The archive has a schema revision that this version does not know."""

    wording = Text(
        "このバックアップはバージョン{version}(スキーマ{schema})で作られており、"
        "このバージョンでは復元できません。新しいバージョンを使ってください。",
        "Version {version} made this backup (schema {schema}); this version does not know it. "
        "Use a newer version.",
    )


class OtherEngine(Refusal):
    """The archive is of the other kind of database."""

    wording = Text(
        "このバックアップは{theirs}用ですが、PORTAL_DATABASE_URLは{ours}です。",
        "This backup is of {theirs}, but PORTAL_DATABASE_URL names {ours}.",
    )


class DatabaseNotEmpty(Refusal):
    """The database to be replaced holds people, and nobody said that it may go."""

    wording = Text(
        "現在のデータベースにはデータがあります。置き換えるには --yes を付けてください"
        "(現在の内容は別名で残します)。",
        "The present database holds data. Add --yes to replace it (a copy of it is kept).",
    )


class DatabaseInUse(Refusal):
    """Somebody else is at work on the database, which must not go on."""

    wording = Text(
        "データベースは使用中です。ポータルを停止してから、もう一度実行してください。",
        "The database is in use. Stop the portal, then try again.",
    )
