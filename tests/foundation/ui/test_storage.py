"""Imports between our own scripts get hashed names; scripts of libraries are left alone."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from steunpunt.foundation.ui.storage import ModuleStorage


@pytest.fixture
def storage(tmp_path):
    return ModuleStorage(location=tmp_path, base_url="/static/")


def collected(storage, files):
    for name, text in files.items():
        storage.save(name, ContentFile(text))
    list(storage.post_process({name: (storage, name) for name in files}))
    return {name: Path(storage.path(storage.stored_name(name))).read_text() for name in files}


def test_import_of_an_own_script_is_hashed(storage):
    texts = collected(
        storage, {"network/a.js": 'import { b } from "./b.js";\n', "network/b.js": "export const b = 1;\n"}
    )

    assert texts["network/a.js"] == f'import {{ b }} from "./{storage.stored_name("network/b.js").split("/")[1]}";\n'


def test_import_in_a_library_is_left_alone(storage):
    text = 'import { b } from "./not-there.js";\n'

    assert collected(storage, {"library/a.js": text}) == {"library/a.js": text}
