"""The demo organisation: 26 made-up people in three teams, rated over three rounds.

``people/`` holds one file per person: who she is, how far she has come, and what she and her
manager wrote. What nobody wrote about is drawn, always alike. Dates follow the day of loading.
"""

from portal.demo.loading import (
    DatabaseInUse,
    DemoAccount,
    NoDemo,
    NotOnlyDemo,
    load,
    new_password,
    unload,
)

__all__ = [
    "DatabaseInUse",
    "DemoAccount",
    "NoDemo",
    "NotOnlyDemo",
    "load",
    "new_password",
    "unload",
]
