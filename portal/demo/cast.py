"""The cast: under which address whom to find, for the sign-in page, journeys and benchmarks."""

from assessments.text import Text

DOMAIN = "demo.example"

CSM = f"csm@{DOMAIN}"
"""Two settled rounds with growth; the third self-assessment is half done."""
MANAGER = f"manager@{DOMAIN}"
"""Leads nine people: some to rate, some waiting to agree."""
HEAD = f"head@{DOMAIN}"
"""Leads the three team leaders and is not rated."""
ADMIN = f"admin@{DOMAIN}"

OVER_RATER = f"miyashita@{DOMAIN}"
"""Both sides are in, nothing is agreed, several wide differences."""
UNDER_RATER = f"arimura@{DOMAIN}"
"""Both sides are in and half agreed."""
NEWCOMER = f"brandt@{DOMAIN}"
"""Three months in; so much has not been observed that no fit is shown."""
JOINER = f"kiriyama@{DOMAIN}"
"""Joined before the second round and rises; the third waits for the manager's rating."""
CHANGED_TYPE = f"ishiguro@{DOMAIN}"
"""Rated as technical support once, as onboarding since; the third round has not begun."""
WITH_NOT_APPLICABLE = f"shibasaki@{DOMAIN}"
LONG_NAME = f"vasquez@{DOMAIN}"
"""A name of 40 characters; the third self-assessment was returned with a note."""
PARTNER_DUTY = f"alsayegh@{DOMAIN}"
PRESALES_DUTY = f"takizawa@{DOMAIN}"
HAS_LEFT = f"hiraoka@{DOMAIN}"
"""Two settled rounds, then left."""
MOST_EXPERIENCED = f"sendo@{DOMAIN}"
"""Long evidence on both sides in all three rounds."""

ONE_CLICK = {
    CSM: Text("CSM(担当者)", "CSM"),
    MANAGER: Text("上長(CSリーダー)", "Manager (CS leader)"),
    HEAD: Text("CS責任者", "Head of customer success"),
    ADMIN: Text("管理者", "Admin"),
}
"""The roles a visitor may try, by address."""


def address_of(name: str) -> str:
    """The address of the person whom the file ``people/<name>.toml`` describes."""
    return f"{name}@{DOMAIN}"
