"""The people and the groups of an activity go on to the next one."""

from steunpunt.activities.models import Activity, Participant, Subgroup, SubgroupWay


def take_along(before: Activity, after: Activity) -> None:
    """The same devices in the same groups, so that nobody has to type the code again."""
    people = list(Participant.objects.filter(activity=before))
    groups = _groups_along(before, after)
    for one in people:
        one.subgroup = groups.get(one.subgroup_id) if one.subgroup_id else None
        one.pk, one.activity = None, after
    Participant.objects.bulk_create(people, batch_size=1_000)
    _pens_along(before, after, groups)


def _groups_along(before: Activity, after: Activity) -> dict[int, Subgroup]:
    old = list(Subgroup.objects.filter(activity=before))
    if not old:
        return {}
    if after.grouping == SubgroupWay.NONE or before.grouping != SubgroupWay.CHOICE:
        after.grouping = before.grouping
        after.save(update_fields=["grouping"])
    fresh = Subgroup.objects.bulk_create(Subgroup(activity=after, number=one.number, name=one.name) for one in old)
    return {one.pk: new for one, new in zip(old, fresh, strict=True)}


def _pens_along(before: Activity, after: Activity, groups: dict[int, Subgroup]) -> None:
    """Who held the pen holds it again."""
    tokens = Subgroup.objects.filter(activity=before, pen__isnull=False).values_list("pk", "pen__token")
    devices = {one.token: one for one in Participant.objects.filter(activity=after)}
    changed = []
    for old, token in tokens:
        groups[old].pen = devices.get(token)
        changed.append(groups[old])
    Subgroup.objects.bulk_update(changed, ["pen"])
