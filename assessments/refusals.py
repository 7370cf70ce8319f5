"""Why a rule says no, in words a user can act on."""

from typing import ClassVar

from assessments.text import Text


class Refusal(Exception):
    """A rule that was not met. ``message`` tells the user what to do, in both languages."""

    wording: ClassVar[Text]

    def __init__(self, **values: object) -> None:
        self.message = self.wording.formatted(**values)
        super().__init__(self.message.en)
