"""The import contracts of pyproject.toml hold, and each of them breaks when it is broken."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# contract id → one import each that it must refuse: (module file, what it must not import)
BREAKAGES = [
    ("layers", "domain/errors.py", "advisor_app.services.session"),
    ("layers", "texts/__init__.py", "advisor_app.questions"),
    ("layers", "charts/scene.py", "advisor_app.content"),
    ("layers", "storage/database.py", "advisor_app.documents"),
    ("layers", "services/session.py", "advisor_app.ui"),
    ("layers", "newcomer.py", "os"),
    ("commands", "cli", "advisor_app.ui"),
    ("commands", "cli", "PySide6.QtCore"),
    ("qt", "services/session.py", "PySide6.QtCore"),
    ("qt", "questions/level/kind.py", "PySide6.QtWidgets"),
    ("editors", "services/session.py", "advisor_app.questions.level.editor"),
    ("ui", "ui/__init__.py", "advisor_app.storage.database"),
    ("ui", "ui/__init__.py", "advisor_app.documents.blocks"),
    ("ui", "ui/__init__.py", "advisor_app.content"),
    ("sql", "services/session.py", "sqlcipher3.dbapi2"),
    ("sql", "exchange/__init__.py", "sqlmodel"),
    ("sql", "cli", "sqlalchemy.orm"),
    ("pdf", "documents/blocks.py", "reportlab.pdfgen.canvas"),
    ("text-documents", "documents/create.py", "docx.document"),
    ("markdown", "services/handbook.py", "markdown_it"),
    ("network", "services/session.py", "uvicorn.server"),
    ("question-types", "questions/text/kind.py", "advisor_app.questions.level.kind"),
    ("document-kinds", "documents/kinds/use_case.py", "advisor_app.documents.kinds.result_report"),
    ("charts", "charts/level_bars.py", "advisor_app.charts.gantt"),
]


def lint_imports(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    shutil.copytree(CHECKOUT / "advisor_app", tmp_path / "advisor_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def contract_ids() -> set[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    return {contract["id"] for contract in project["tool"]["importlinter"]["contracts"]}


def test_the_contracts_hold() -> None:
    result = lint_imports(CHECKOUT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("contract", "file", "imported"), BREAKAGES)
def test_a_forbidden_import_breaks_its_contract(scratch: Path, contract: str, file: str, imported: str) -> None:
    module = scratch / "advisor_app" / file
    if not module.suffix:
        module = module / "__init__.py" if module.is_dir() else module.with_suffix(".py")
    with module.open("a", encoding="utf-8") as text:
        text.write(f"\nimport {imported}\n")
    result = lint_imports(scratch, "--contract", contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout or "newcomer" in result.stdout


def test_every_contract_is_broken_once() -> None:
    assert {contract for contract, _, _ in BREAKAGES} == contract_ids()
