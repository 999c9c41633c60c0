"""The register of components agrees with the templates and the examples on the style page."""

import gzip
from pathlib import Path

import pytest
from django.template.loader import get_template

from steunpunt.foundation.ui.components import COMPONENTS
from steunpunt.foundation.ui.samples import sample_context

UI = Path(__file__).parents[3] / "steunpunt" / "foundation" / "ui"
TEMPLATES = UI / "templates" / "ui"


def test_every_template_is_registered_and_every_registered_one_has_a_template():
    files = {path.stem for path in (TEMPLATES / "components").glob("*.html") if not path.stem.startswith("_")}

    assert files == set(COMPONENTS)


def test_every_component_has_its_example():
    assert {path.stem for path in (TEMPLATES / "style").glob("*.html")} == set(COMPONENTS)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_example_renders(name):
    html = get_template(f"ui/style/{name}.html").render(sample_context())

    assert "<" in html


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda component: component.name)
def test_choices_belong_to_known_attributes_and_the_default_is_one_of_them(component):
    for name, choices in component.choices.items():
        assert component.optional[name] in choices


def test_the_stylesheets_stay_small():
    css = b"".join((UI / "static" / "ui" / "css" / name).read_bytes() for name in ("ui.css", "components.css"))

    assert len(gzip.compress(css)) < 25_000


def test_the_fonts_stay_small():
    fonts = list((UI / "static" / "ui" / "fonts").glob("*.woff2"))

    assert len(fonts) == 2
    assert sum(path.stat().st_size for path in fonts) < 70_000
