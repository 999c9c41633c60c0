"""Writing municipalities and postcode areas: as they are now, without periods."""

from steunpunt.network.models import Municipality, Postcode, Province, RegisterImport
from steunpunt.network.rules.register_plan import Plan

from .progress import Progress

MUNICIPALITY_FIELDS = ["name", "province", "holiday_region", "latitude", "longitude"]
POSTCODE_FIELDS = ["place", "municipality", "latitude", "longitude"]


def apply_municipalities(plan: Plan, _imported: RegisterImport, _progress: Progress) -> None:
    """Provinces first, then the municipalities in them."""
    provinces = {change.facts["province"]: change.facts["province_name"] for change in plan.changes}
    Province.objects.bulk_create(
        (Province(code=code, name=name) for code, name in provinces.items()),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name"],
    )
    Municipality.objects.bulk_create(
        (
            Municipality(
                code=change.key[1],
                name=change.facts["name"],
                province_id=change.facts["province"],
                holiday_region=change.facts.get("holiday_region", ""),
                latitude=change.facts["latitude"],
                longitude=change.facts["longitude"],
            )
            for change in plan.changes
        ),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=MUNICIPALITY_FIELDS,
    )


def apply_postcodes(plan: Plan, _imported: RegisterImport, _progress: Progress) -> None:
    """Postcode areas, each with its municipality when we know that one."""
    Postcode.objects.bulk_create(
        (
            Postcode(
                digits=change.key[1],
                place=change.facts["place"],
                municipality_id=change.facts.get("municipality") or None,
                latitude=change.facts["latitude"],
                longitude=change.facts["longitude"],
            )
            for change in plan.changes
        ),
        update_conflicts=True,
        unique_fields=["digits"],
        update_fields=POSTCODE_FIELDS,
        batch_size=1000,
    )
