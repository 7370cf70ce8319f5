"""A small lesson with every part that a lesson can have, as files that a test can spoil."""

from pathlib import Path

from assessments.loading import Library
from content.lessons import Material
from content.loading.materials import material_in
from tests.assessments.builders import library

LESSON = (
    """
kind = "solve"
format = "worksheet"
skills = ["con_pm"]
from = 1
to = 3
minutes = 30
requires = []
title = { ja = "計画表", en = "A plan" }
aim = { ja = "計画を立てられます。", en = "You can plan." }

[exercise]
minutes = 20
[[exercise.signs]]
skill = "con_pm"
level = 2
text = { ja = "期日がある。", en = "It has dates." }
[[exercise.signs]]
skill = "con_pm"
level = 3
text = { ja = "遅れに手がある。", en = "Delay is met." }
"""
    + "".join(
        f"""
[[check]]
key = "{key}"
question = {{ ja = "問{key}。", en = "Question {key}." }}
options = [
  {{ id = "a", text = {{ ja = "甲", en = "One" }}, why = {{ ja = "理由", en = "Why" }} }},
  {{ id = "b", text = {{ ja = "乙", en = "Two" }}, why = {{ ja = "理由", en = "Why" }} }},
  {{ id = "c", text = {{ ja = "丙", en = "Three" }}, why = {{ ja = "理由", en = "Why" }} }},
]
"""
        for key in "abc"
    )
    + """
[[figures]]
formula = "nrr"
shown = "94.5%"
values = { start = 8000000, expansion = 200000, contraction = 240000, churned = 400000 }

[[drills]]
formula = "churn_customer"
story = { ja = "{start}社のうち{lost}社。", en = "{lost} of {start}." }
draw = { start = [100, 200, 10], lost = [5, 10, 1] }
[[drills.mistakes]]
of = "lost / (start + 20)"
why = { ja = "新規を足しています。", en = "New ones are in the base." }
"""
)

JA = """## 要点

### 一つ目です
本文です。

### 二つ目です
本文です。

### 三つ目です
**佐藤** はい。

## 実例

| 月 | 額 |
| --- | --- |
| 4月 | 94.5% |

> 宛名
> 本文

## 演習

1. 選びます。
2. 書きます。
"""

EN = """## Key points

### The first one
Some text
on two lines.

### The second one
Some text.

### The third one
**Sato** Yes.

## Worked example

| Month | Rate |
| --- | --- |
| April | 94.5% |

> Dear all
> Text

## Exercise

1. Choose.
2. Write.
"""

TEMPLATE = """
name = "plan-sheet"
kind = "sheet"
title = { ja = "計画表", en = "Plan" }

[[parts]]
id = "tasks"
kind = "table"
heading = { ja = "作業", en = "Tasks" }
blank = 3
rows = [{ task = { ja = "準備", en = "Prepare" }, hours = 2.5 }]
[[parts.columns]]
id = "task"
label = { ja = "作業", en = "Task" }
width = 40
[[parts.columns]]
id = "hours"
label = { ja = "時間", en = "Hours" }
width = 10
kind = "number"
[[parts.columns]]
id = "rate"
label = { ja = "単価", en = "Rate" }
width = 10
kind = "money"
[[parts.columns]]
id = "cost"
label = { ja = "費用", en = "Cost" }
width = 12
kind = "money"
formula = "{hours} * {rate}"
total = true

[[parts]]
id = "names"
kind = "fields"
heading = { ja = "名前", en = "Names" }
fields = [{ label = { ja = "責任者", en = "Owner" }, lines = 2 }]

[[parts]]
id = "ready"
kind = "checks"
heading = { ja = "確認", en = "Check" }
items = [{ text = { ja = "期日がある", en = "It has a date" } }]

[[parts]]
id = "mail"
kind = "prose"
heading = { ja = "文面", en = "Mail" }
paragraphs = [{ text = { ja = "〔名前〕様", en = "Dear […]" } }]
"""

FILES = {"lesson.toml": LESSON, "ja.md": JA, "en.md": EN, "template.toml": TEMPLATE}


def write(folder: Path, lesson_id: str = "T99") -> Path:
    """The files of the sample lesson in a folder of that name; gives the folder."""
    place = folder / lesson_id
    place.mkdir(parents=True)
    for name, text in FILES.items():
        (place / name).write_text(text, "utf-8")
    return place


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Let the first ``old`` of one file read ``new``."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def read(folder: Path, known: Library | None = None) -> Material:
    return material_in(folder, (known or library()).skills)
