"""The small signs of the style sheet (arrows of boxes, ticks) are drawn only where Qt can read SVG files."""

from pathlib import PurePosixPath

import pytest

from installers.bundle.contents import PLATFORMS, Contents

ENDINGS = {"linux": ("lib", ".so"), "windows": ("", ".dll"), "macos": ("lib", ".dylib")}


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("plugin", ["iconengines/{}qsvgicon{}", "imageformats/{}qsvg{}"])
def test_installed_programs_read_svg(platform: str, plugin: str) -> None:
    folder = "PySide6/plugins" if platform == "windows" else "PySide6/Qt/plugins"
    assert Contents(platform).holds(PurePosixPath(folder) / plugin.format(*ENDINGS[platform]))
