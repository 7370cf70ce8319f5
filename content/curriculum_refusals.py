"""Why a lesson may not start yet, and why a stage may not close yet."""

from assessments.refusals import Refusal
from assessments.text import Text


class LessonNotInCurriculum(Refusal):
    """A lesson is named that the person's curriculum does not hold."""

    wording = Text(
        "「{lesson_id}」はこのカリキュラムにありません。",
        "“{lesson_id}” is not part of this curriculum.",
    )


class LessonComplete(Refusal):
    """Somebody wants to start or complete a lesson a second time."""

    wording = Text(
        "この研修はすでに修了しています。",
        "This lesson has been completed already.",
    )


class PrerequisiteMissing(Refusal):
    """A lesson builds on others that are not completed."""

    wording = Text(
        "先に修了する研修があります({lessons})。",
        "Complete these first: {lessons}.",
    )

    def __init__(self, lesson_ids: tuple[str, ...]) -> None:
        self.lesson_ids = lesson_ids
        super().__init__(lessons=", ".join(lesson_ids))


class OnlyTheManagerCloses(Refusal):
    """The learner wants to confirm the done criterion."""

    wording = Text(
        "完了基準の確認は上長が行います。",
        "The manager confirms that the done criterion is met.",
    )


class StageClosed(Refusal):
    """Somebody wants to close a stage a second time."""

    wording = Text(
        "この段階はすでに完了しています。",
        "This stage has been closed already.",
    )


class EarlierStageOpen(Refusal):
    """A stage is to be closed before the one that comes first."""

    wording = Text(
        "前の段階がまだ完了していません。順に完了してください。",
        "An earlier stage is still open. Close the stages in order.",
    )


class LessonsIncomplete(Refusal):
    """A stage is to be closed while some of its lessons are open."""

    wording = Text(
        "修了していない研修が{count}件あります。",
        "Lessons still to complete: {count}.",
    )

    def __init__(self, lesson_ids: tuple[str, ...]) -> None:
        self.lesson_ids = lesson_ids
        super().__init__(count=len(lesson_ids))


class NoteMissing(Refusal):
    """A stage is to be closed with lessons that were late, and nobody has said why."""

    wording = Text(
        "期日を過ぎた研修{count}件に、遅れた理由のメモが必要です。",
        "Lessons that were late and need a note: {count}.",
    )

    def __init__(self, lesson_ids: tuple[str, ...]) -> None:
        self.lesson_ids = lesson_ids
        super().__init__(count=len(lesson_ids))
