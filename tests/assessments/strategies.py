"""What Hypothesis draws from: requirements, answers, profiles and results."""

from itertools import product

from hypothesis import strategies as st

from assessments.bands import Band
from assessments.levels import Level
from assessments.profiles import Profile
from assessments.ratings import Exemption
from assessments.results import Result
from assessments.scoring import Rated
from tests.assessments.builders import Answers, library, profile, rated, result

OVERLAY_SETS = ((), ("ov_partner",), ("ov_presales",), ("ov_partner", "ov_presales"))
EVERY_PROFILE = [
    profile(type_id, band, *overlay_ids)
    for type_id, band, overlay_ids in product(library().types, Band, OVERLAY_SETS)
]

levels = st.sampled_from(Level)
profiles = st.sampled_from(EVERY_PROFILE)
_answers = st.sampled_from([*Level, *Exemption, None])
_rows = st.tuples(st.integers(1, 5), st.integers(1, 30), st.none() | levels)


def some_rated(least: int = 1) -> st.SearchStrategy[tuple[Rated, ...]]:
    """A few skills with any target and weight, rated or not."""
    return st.lists(_rows, min_size=least, max_size=8).map(lambda rows: rated(*rows))


@st.composite
def answers_to(draw: st.DrawFn, asked: Profile) -> Answers:
    """Any answers to a profile: levels, exemptions and skills left out."""
    size = len(asked.requirements)
    drawn = draw(st.lists(_answers, min_size=size, max_size=size))
    pairs = zip(asked.map.by_skill, drawn, strict=True)
    return {skill_id: each for skill_id, each in pairs if each is not None}


@st.composite
def results(draw: st.DrawFn) -> Result:
    asked = draw(profiles)
    return result(asked, draw(answers_to(asked)))
