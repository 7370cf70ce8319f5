"""What is taught, and in which order: the nouns of training and the rules on them.

Everything here is a value or a function of values to values; nothing reads a clock, a
database or a request.

Lesson          one item of training: its facts, as catalogue, curriculum and plan need them
Material        everything in one lesson: text, exercise, self-check, figures, drills, template
Body            the text of a lesson in one language: sections of blocks, without HTML
Sign            what shows in a hand-in that somebody works at one level of one skill
Question        one question of the self-check; every option says why it is right or wrong
Figure          a printed number of a worked example and the formula that it follows from
Drill           a calculation task without its numbers; a Task has them
Template        a form to fill in, as data: fields, checks, tables and model wording
Formula         arithmetic written in a data file
Curriculum      the onboarding of one type: the first week and the days 30, 60 and 90
Stage           one stretch of a curriculum with its done criterion and its proof
Progress        how far one person has come in a curriculum
Calendar        how an organisation counts days
Plan            the lessons that close the most of somebody's gaps in the time there is
Step            one lesson of a plan, what it lifts and why it stands there
Uncovered       a gap that no lesson closes
"""
