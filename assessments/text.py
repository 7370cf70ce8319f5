"""One phrase in the two languages of the portal."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A phrase in Japanese and English; both are originals."""

    ja: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en

    def formatted(self, **values: object) -> "Text":
        """The same phrase with its ``{names}`` filled in, in both languages."""
        return Text(self.ja.format(**values), self.en.format(**values))
