"""The directory of teacher-training institutions with their programmes and partnerships."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from steunpunt.network.models import OrganisationKind
from steunpunt.network.queries.choices import PROGRAMME_WORDS, Choices, labels
from steunpunt.network.queries.filters import Filters

from .masks import masks
from .partnerships import PartnershipDirectory
from .rows import InstitutionRow, OrganisationRow, ProgrammeRow, SiteMembership
from .selection import Directory, Facet, counter, either, together

OWN = ("programmes", "provinces", "municipalities", "sectors")


class InstitutionDirectory(Directory[InstitutionRow]):
    """Sector here is that of the partnerships in which the institution trains."""

    def __init__(
        self,
        partnerships: PartnershipDirectory,
        programmes: Mapping[int, tuple[ProgrammeRow, ...]],
        choices: Choices,
        *,
        version: str,
    ) -> None:
        self.choices = choices
        memberships: dict[int, list[SiteMembership]] = defaultdict(list)
        sectors: dict[int, set[str]] = defaultdict(set)
        for partnership in partnerships.rows:
            for one in partnership.institutes:
                own = SiteMembership(partnership.slug, partnership.name, "", one.since)
                memberships[one.organisation.id].append(own)
                sectors[one.organisation.id].update(partnership.sectors)
        world = partnerships.world
        everybody = (*world.organisations.values(), *(row for pk, row in world.earlier.items() if pk in memberships))
        rows = [
            InstitutionRow(row, programmes.get(row.id, ()), tuple(memberships[row.id]))
            for row in everybody
            if row.kind == OrganisationKind.TRAINING_INSTITUTION
        ]
        # Whoever trains no teachers as far as we know comes last.
        rows.sort(key=lambda row: not (row.programmes or row.memberships))
        super().__init__(rows, version=version)
        self.own = {
            "programmes": masks([{PROGRAMME_WORDS[one.kind] for one in row.programmes} for row in self.rows]),
            "provinces": masks([(row.organisation.province,) for row in self.rows]),
            "municipalities": masks([(row.organisation.municipality,) for row in self.rows]),
            "sectors": masks([sectors[row.id] for row in self.rows]),
        }

    def texts(self, row: InstitutionRow) -> Iterable[str]:
        one = row.organisation
        yield from (one.name, one.code, one.place, one.municipality)
        for programme in row.programmes:
            yield from (programme.name, programme.croho, programme.place)

    def name(self, row: InstitutionRow) -> str:
        return row.organisation.name

    def places(self, row: InstitutionRow, filters: Filters) -> Iterable[OrganisationRow]:
        yield row.organisation

    def parts(self, filters: Filters) -> dict[str, int]:
        return {name: either(self.own[name], getattr(filters, name), self.all) for name in OWN}

    def facets(self, filters: Filters, parts: dict[str, int]) -> list[Facet]:
        shown = {
            "programmes": (_("Soort opleiding"), labels("programmes")),
            "sectors": (_("Leidt op in"), labels("sectors")),
            "provinces": (_("Provincie"), {name: name for name in self.choices.provinces}),
        }
        return [
            Facet(
                name,
                label,
                self.options(name, known, filters, counter(self.own[name], together(parts, self.all, name))),
            )
            for name, (label, known) in shown.items()
        ]
