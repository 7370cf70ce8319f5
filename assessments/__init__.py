"""What skill is and how it is measured: the nouns of the field and the rules on them.

Everything here is a value or a function of values to values; nothing reads a clock, a
database or a request.

Text            one phrase in Japanese and English
Level           0 to 5, with a name and a definition that hold for every skill
Skill           one of 36 abilities, in one of 7 categories, with one anchor per level
Anchor          the observable act that shows a level of a skill
CsmType         a kind of customer success work; decides which skills count and how much
Requirement     one skill as one type needs it: target level and weight
SkillMap        one published version of the requirements of one type; never changes
Band            junior, standard or senior: shifts the targets of a map
Overlay         a duty added to any type: shifts weights and some targets
Publication     a published map with the skill table, bands and overlays of that day
Profile         a skill map as it applies to one person: type, version, band, overlays
Rating          one answer for one skill: a level, not applicable or not observed
Assessment      the ratings of one rater about one person, in one state
Round           one person's assessments on one profile: self, manager, agreed levels
Result          what a round says: level in effect, fit, coverage, gaps; computed, not stored
Fit             weighted share of the targets reached; a development aid, never a ranking
Coverage        share of the weights that have been rated
Gap             how many levels are missing to the target
Difference      self level minus manager level for one skill
InterviewKit    what a panel asks for one type: competencies, work sample, pitfalls
Competency      one skill as a panel scores it; a must-have or not
Rubric          what is heard at each score
Score           1 to 5, what one rater heard in an interview; no skill level
Scorecard       the marks of one rater about one candidate, first and revised
PanelOutcome    medians and spreads of a panel, and what the printed rule says; never a rank
WorkSample      half an hour of the job: an assignment, and the key that only the panel gets
UnfairArea      something that may not be asked, with the words that give it away
JobDescription  what is advertised, out of skill map and kit
Figure          a statistic with its interval, gate and verdict, or the reason for none
"""
