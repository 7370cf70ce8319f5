"""What happens to accounts: one function per act, one transaction per function.

No act holds the write lock while a password is hashed, and none says why it was refused.
"""

from portal.accounts.actions.entering import enter_demo, sign_in, sign_out
from portal.accounts.actions.passwords import (
    ask_for_reset,
    change_password,
    reset_password,
    set_password,
)
from portal.accounts.actions.tastes import change_settings, choose_language

__all__ = [
    "ask_for_reset",
    "change_password",
    "change_settings",
    "choose_language",
    "enter_demo",
    "reset_password",
    "set_password",
    "sign_in",
    "sign_out",
]
