"""Writes the list of components of an installed program (CycloneDX 1.6, JSON), from what lies in its folder.

python -m installers.sbom BUNDLE PACKAGES STATEMENTS FILE

BUNDLE is the program's folder, PACKAGES the one in it that holds Python packages, STATEMENTS the folder they were
installed to, with all that they state of themselves. The time comes from SOURCE_DATE_EPOCH.
"""

import json
import os
import re
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.exceptions import InvalidLicenseExpressionException, InvalidSpdxLicenseException
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from advisor_app.services.licences import read_components
from installers.bundle.product import Product, read_product
from installers.licences import licence_of

# Pillow lists whatever it can be built with; its wheels hold less. These are there only if such a file is.
ONLY_WITH_FILE = {
    "FriBiDi": "**/*fribidi*",
    "PIL._imagingtk": "**/_imagingtk*",
    "libimagequant": "**/*imagequant*",
    "libxcb": "**/pillow.libs/libxcb*",
}
_SELF = re.compile(r"PIL\._.*|cryptography-.*|fribidi-shim|pythoncapi_compat|pybind11")


def bill(bundle: Path, packages: Path, statements: Path) -> Bom:
    """Return all components that are in the folder of a program; LookupError where a package states no licence."""
    product = read_product()
    root = Component(
        name=product.name,
        version=product.version,
        type=ComponentType.APPLICATION,
        bom_ref="program",
        licenses=[_licence(product.licence)],
    )
    found = [*_parts(bundle), *_packages(bundle, packages, statements)]
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    listed = json.dumps([[part.name, part.version] for part in found])
    bom = Bom(components=found, serial_number=_serial(product, listed))
    bom.metadata.component = root
    bom.metadata.timestamp = moment
    bom.register_dependency(root, found)
    return bom


def _serial(product: Product, listed: str) -> uuid.UUID:
    """A number that is the same for the same components."""
    return uuid.uuid5(uuid.UUID(product.upgrade_code), f"{product.version} {listed}")


def _parts(bundle: Path) -> Iterator[Component]:
    """The parts of components.toml that are in the folder, one for each version found."""
    for part in read_components():
        files = sorted({file for pattern in part.found for file in bundle.glob(pattern) if file.is_file()})
        if not files:
            continue
        versions = {found for file in files for found in _versions(part.version, file)} or {""}
        for version in sorted(versions):
            yield Component(
                name=part.name,
                version=version or None,
                type=ComponentType.LIBRARY,
                bom_ref=f"part:{part.name} {version}".strip(),
                licenses=[_licence(part.licence)],
                copyright=f"© {part.copyright}",
                description=f"in: {part.inside}",
            )


def _versions(pattern: str, file: Path) -> Iterator[str]:
    if pattern:
        for found in set(re.findall(pattern.encode("latin-1"), file.read_bytes())):
            yield found.decode("ascii")


def _packages(bundle: Path, packages: Path, statements: Path) -> Iterator[Component]:
    """The Python packages that are in the folder, each with what it lists of its own inside."""
    there = {package.metadata["Name"] for package in distributions(path=[str(packages)])}
    installed = distributions(path=[str(statements)])
    for package in sorted(installed, key=lambda package: str(package.metadata["Name"]).casefold()):
        name = str(package.metadata["Name"])
        if name not in there or name == "advisor-app":
            continue
        plain = re.sub(r"[-_.]+", "-", name).lower()
        yield Component(
            name=plain,
            version=package.version,
            type=ComponentType.LIBRARY,
            bom_ref=f"pypi:{plain}",
            purl=PackageURL("pypi", name=plain, version=package.version),
            licenses=[_licence(licence_of(plain))],
            components=list(_inside(plain, package, bundle)),
        )


def _inside(owner: str, package: Distribution, bundle: Path) -> Iterator[Component]:
    """What a package's own lists (PEP 770) name, without the package itself and what is not there."""
    seen = set()
    for file in package.files or []:
        if "sboms" not in file.parts:
            continue
        for entry in json.loads(file.read_text("utf-8")).get("components", []):
            name, version = str(entry["name"]), str(entry.get("version") or "")
            if _SELF.fullmatch(name) or (name, version) in seen or not _is_there(name, bundle):
                continue
            seen.add((name, version))
            yield Component(
                name=name,
                version=version or None,
                type=ComponentType.LIBRARY,
                bom_ref=f"pypi:{owner}/{name} {version}".strip(),
                licenses=[_licence(words) for words in _stated(entry)],
            )


def _is_there(name: str, bundle: Path) -> bool:
    return name not in ONLY_WITH_FILE or any(bundle.glob(ONLY_WITH_FILE[name]))


def _stated(entry: dict[str, Any]) -> Iterator[str]:
    for item in entry.get("licenses", []):
        stated = item.get("expression") or item["license"].get("id") or item["license"].get("name")
        if stated:
            yield str(stated)


def _licence(words: str) -> Any:
    """An SPDX id or expression, and what is neither as a name."""
    factory = LicenseFactory()
    for make in (factory.make_with_id, factory.make_with_expression):
        try:
            return make(words)
        except (InvalidSpdxLicenseException, InvalidLicenseExpressionException):
            continue
    return factory.make_with_name(words)


def written(bom: Bom) -> str:
    """Return the list as text, found to be valid; ValueError says where it is not."""
    text = str(JsonV1Dot6(bom).output_as_string(indent=1))
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(str(wrong)[:2000])
    return text + "\n"


def main() -> None:
    """Write the file."""
    bundle, packages, statements, file = (Path(name) for name in sys.argv[1:5])
    file.write_text(written(bill(bundle, packages, statements)), "utf-8")


if __name__ == "__main__":
    main()
