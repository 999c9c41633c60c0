"""Doing with accounts: making them, staff roles, own choices, and erasing."""

from .erasing import erase_account
from .making import (
    announce_sign_in,
    change_name,
    choose_sector,
    ensure_account,
    ensure_example_account,
    sign_out_elsewhere,
)
from .second_factor import forget_second_factor
from .staff import end_staff_role, give_staff_role, invite_staff

__all__ = [
    "announce_sign_in",
    "change_name",
    "choose_sector",
    "end_staff_role",
    "ensure_account",
    "ensure_example_account",
    "erase_account",
    "forget_second_factor",
    "give_staff_role",
    "invite_staff",
    "sign_out_elsewhere",
]
