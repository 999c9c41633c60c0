"""Who is still busy: how many joined and handed in, by subgroup; never who."""

from dataclasses import dataclass

from django.db.models import Count, Q

from steunpunt.activities.models import Activity, Contribution, Participant, Subgroup, VotingUnit


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """One table."""

    group: Subgroup
    people: int
    done: int
    """How many voters of it handed in."""
    voters: int

    @property
    def is_done(self) -> bool:
        return self.voters > 0 and self.done >= self.voters


@dataclass(frozen=True, slots=True)
class Progress:
    """All of it."""

    people: int
    voters: int
    done: int
    from_paper: int
    groups: list[GroupProgress]
    loose: int
    """People who sit in no group while there are groups."""

    @property
    def percent(self) -> int:
        return min(100, round(100 * self.done / self.voters)) if self.voters else 0


def progress(activity: Activity) -> Progress:
    """In three queries, however many people there are."""
    as_group = activity.unit == VotingUnit.GROUP
    seats = dict(
        Participant.objects.filter(activity=activity).order_by().values_list("subgroup").annotate(number=Count("pk"))
    )
    place = "subgroup" if as_group else "participant__subgroup"
    done = dict(
        Contribution.objects.filter(activity=activity, from_paper=False)
        .order_by()
        .values_list(place)
        .annotate(number=Count("pk"))
    )
    paper = dict(
        Contribution.objects.filter(activity=activity, from_paper=True)
        .order_by()
        .values_list("subgroup")
        .annotate(number=Count("pk"))
    )
    groups = [
        _of_group(group, seats.get(group.pk, 0), done.get(group.pk, 0) + paper.get(group.pk, 0), as_group=as_group)
        for group in Subgroup.objects.filter(activity=activity).select_related("pen")
    ]
    people = sum(seats.values())
    voters = len([one for one in groups if one.people or one.done]) if as_group else people
    loose = seats.get(None, 0) if groups else 0
    from_paper = sum(paper.values())
    counted = sum(one.done for one in groups) if as_group else sum(done.values())
    return Progress(people, voters, counted, from_paper, groups, loose)


def _of_group(group: Subgroup, people: int, done: int, *, as_group: bool) -> GroupProgress:
    return GroupProgress(group, people, done, 1 if as_group else people)


def voters_expected(activity: Activity, people: int) -> int:
    """How many may hand in: the people, or the groups in which somebody sits."""
    if activity.unit != VotingUnit.GROUP:
        return people
    seated = Q(participants__isnull=False)
    return Subgroup.objects.filter(seated, activity=activity).distinct().count()
