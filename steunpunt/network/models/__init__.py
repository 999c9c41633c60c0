"""The tables of the network, one file per noun."""

from .correction import FormUse
from .geography import Municipality, Postcode, Province
from .invitation import Invitation
from .organisation import (
    FieldOverride,
    Organisation,
    OrganisationKind,
    OrganisationVersion,
    Programme,
    ProgrammeKind,
    Succession,
    SuccessionKind,
)
from .partnership import (
    AcademicStrand,
    CooperationModel,
    LeadOrganisation,
    Membership,
    MembershipRole,
    PartnerGoal,
    Partnership,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
    Ring,
    Scenario,
)
from .people import Affiliation, Person, PersonMerge, Role, RoleAlias, ThemeContact
from .project import Project, ProjectKind, ProjectPartnership
from .region import Region, RegionKind, RegionSite
from .register import ImportRow, ImportState, RegisterImport, RegisterScope, RowOutcome
from .theme import Theme

__all__ = [
    "AcademicStrand",
    "Affiliation",
    "CooperationModel",
    "FieldOverride",
    "FormUse",
    "ImportRow",
    "ImportState",
    "Invitation",
    "LeadOrganisation",
    "Membership",
    "MembershipRole",
    "Municipality",
    "Organisation",
    "OrganisationKind",
    "OrganisationVersion",
    "PartnerGoal",
    "Partnership",
    "PartnershipState",
    "PartnershipStatus",
    "PartnershipVersion",
    "Person",
    "PersonMerge",
    "Postcode",
    "Programme",
    "ProgrammeKind",
    "Project",
    "ProjectKind",
    "ProjectPartnership",
    "Province",
    "Region",
    "RegionKind",
    "RegionSite",
    "RegisterImport",
    "RegisterScope",
    "Ring",
    "Role",
    "RoleAlias",
    "RowOutcome",
    "Scenario",
    "Succession",
    "SuccessionKind",
    "Theme",
    "ThemeContact",
]
