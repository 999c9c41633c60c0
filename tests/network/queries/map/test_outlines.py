"""The bundled outlines hold the whole country and lie where they should."""

import pytest

from steunpunt.network.queries.map.outlines import flat, outlines, towns


def test_flat_map_has_its_middle_at_the_equator():
    assert flat(0, 0) == pytest.approx((50_000, 50_000))


def test_north_is_above_and_east_is_right():
    utrecht, groningen = flat(52.09, 5.12), flat(53.22, 6.57)

    assert groningen[0] > utrecht[0]
    assert groningen[1] < utrecht[1]


def test_land_stretches_from_cadzand_to_the_eems():
    corners = [point for ring in outlines().land for point in ring]

    assert min(x for x, _y in corners) == pytest.approx(flat(52, 3.36)[0], abs=2)
    assert max(x for x, _y in corners) == pytest.approx(flat(52, 7.23)[0], abs=2)


def test_rings_are_closed():
    assert all(ring[0] == ring[-1] for ring in outlines().land)


def test_borders_of_provinces_are_not_drawn_again_for_municipalities():
    shared = {tuple(line) for line in outlines().province_borders}

    assert shared.isdisjoint(tuple(line) for line in outlines().municipality_borders)


def test_largest_place_comes_first():
    assert [town.name for town in towns()[:3]] == ["Amsterdam", "Rotterdam", "'s-Gravenhage"]
