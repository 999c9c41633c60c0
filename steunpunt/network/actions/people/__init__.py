"""Doing with people: adding, roles, invitations, requests, consent, merging and forgetting."""

from .affiliations import add_affiliation, change_affiliation, end_affiliation
from .coordinating import NO_COORDINATOR, notice_missing_coordinators
from .doubles import DOUBLE, join_doubles, leave_apart
from .forgetting import forget_affiliations, forget_contacts, forget_invitations, forget_person
from .handing_over import succeed, withdraw_affiliation
from .invitations import accept_as_guest, accept_invitation, invite, withdraw_invitation
from .joining import (
    PROPOSAL,
    REQUEST,
    JoinRequest,
    accept_request,
    leave_as_it_is,
    propose_affiliations,
    request_affiliation,
)
from .merging import merge_persons, unmerge
from .persons import (
    add_person,
    change_person,
    connect_account,
    disconnect_account,
    give_consent,
    person_for,
    withdraw_consent,
)

__all__ = [
    "DOUBLE",
    "NO_COORDINATOR",
    "PROPOSAL",
    "REQUEST",
    "JoinRequest",
    "accept_as_guest",
    "accept_invitation",
    "accept_request",
    "add_affiliation",
    "add_person",
    "change_affiliation",
    "change_person",
    "connect_account",
    "disconnect_account",
    "end_affiliation",
    "forget_affiliations",
    "forget_contacts",
    "forget_invitations",
    "forget_person",
    "give_consent",
    "invite",
    "join_doubles",
    "leave_apart",
    "leave_as_it_is",
    "merge_persons",
    "notice_missing_coordinators",
    "person_for",
    "propose_affiliations",
    "request_affiliation",
    "succeed",
    "unmerge",
    "withdraw_affiliation",
    "withdraw_consent",
    "withdraw_invitation",
]
