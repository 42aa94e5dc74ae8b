"""The manuals list all that ships, with the pinned versions and the licences."""

from pathlib import Path

import pytest

from tests.unit.test_translations import loaded

libraries = loaded(Path(__file__).parents[2] / "packaging" / "libraries.py")


@pytest.mark.parametrize("name", libraries.WORDS)
def test_the_manuals_list_what_is_pinned_now(name: str) -> None:
    manual = (libraries.MANUALS / name).read_text("utf-8")
    # What `make libraries` would write.
    assert libraries.with_libraries(manual, libraries.WORDS[name]) == manual


def test_every_pinned_package_is_listed_or_only_for_developers_and_has_a_licence() -> None:
    always, cluster = libraries.lists()
    assert not always & cluster
    shipped = always | cluster
    project = libraries.tomllib.loads((libraries.ROOT / "pyproject.toml").read_text("utf-8"))
    tools = libraries.needed(project["project"]["optional-dependencies"]["dev"])
    assert shipped | tools == set(libraries.pins())
    assert [name for name in sorted(shipped) if not libraries.licence(name)] == []
    assert {"tensorflow", "pyside6-essentials", "shiboken6", "keras", "numpy"} <= always
    assert {"pymilvus", "ray", "fsspec"} <= cluster
