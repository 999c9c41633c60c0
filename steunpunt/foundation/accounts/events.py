"""What accounts announce."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SignedIn:
    """An account came in through a federation, which said where somebody works or studies.

    `brin` has four or six characters (nlEduPersonHomeOrganizationId of Entree), `home` is a
    domain (schac_home_organization of SURFconext); either may be empty.
    """

    account: str
    provider: str
    brin: str = ""
    home: str = ""
    affiliations: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class StaffRoleChanged:
    """An account works for the support point from now on, in another role, or no longer."""

    account: str
