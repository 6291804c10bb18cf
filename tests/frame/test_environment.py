"""The shell functions behind ./run and ./test, on machines where things are missing."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the twins for Windows are batch files")

CHECKOUT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "basename", "cat", "cmp", "cp", "dirname", "env", "grep", "mkdir", "rm", "sed", "sort", "touch", "tr")


class Machine:
    """A checkout in a folder with a blank in its name, on a machine whose programs the test chooses."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "ein Ordner"
        self.programs = folder / "programs"
        (self.checkout / "installers").mkdir(parents=True)
        self.programs.mkdir()
        for file in ("run", "test", "installers/environment.sh", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(CHECKOUT / file, self.checkout / file)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None
            (self.programs / tool).symlink_to(found)
        self.has("id", "echo 1000")
        self.has("uname", "echo Linux")

    def has(self, program: str, script: str) -> None:
        """Give the machine a program, as a shell script."""
        file = self.programs / program
        file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def has_python(self, refuses: str = "nothing at all", version: str = "3.11") -> None:
        """Give it a Python that makes environments and installs at once, but refuses code that holds a word."""
        self.has(
            "python3",
            f"""
            case "$*" in
            *"{refuses}"*) exit 1 ;;
            *"-m venv"*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
            *"-m pip"*) echo "pip $*" >>"$LOG" ;;
            *"%d.%d"*) echo {version} ;;
            *"-m advisor_app"*) shift 3; echo "program: $* data: ${{ADVISOR_APP_DATA:-}}" ;;
            esac""",
        )

    def start(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ./run (or another command) there."""
        variables = {"PATH": str(self.programs), "LOG": str(self.log), "HOME": str(self.checkout)} | environment
        return subprocess.run(
            ["sh", *(command or ("./run",))],
            cwd=self.checkout,
            env=variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def shell(self, lines: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run some lines with environment.sh sourced."""
        return self.start("-c", f'here=$PWD; . "$here/installers/environment.sh"\n{lines}', **environment)

    @property
    def log(self) -> Path:
        """Where the programs note what they were asked."""
        return self.programs / "log"

    @property
    def asked(self) -> str:
        """What they noted."""
        return self.log.read_text("utf-8") if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def assert_one_sentence(result: subprocess.CompletedProcess[str], *parts: str) -> None:
    """Check that the last line on stderr is the sentence, and that nothing was run after it."""
    assert result.returncode == 1, result.stdout + result.stderr
    last = result.stderr.strip().splitlines()[-1]
    assert all(part in last for part in parts), result.stderr
    assert result.stdout == ""


def test_without_python_the_command_that_installs_it_is_named(machine: Machine) -> None:
    machine.has("apt-get", "exit 1")
    assert_one_sentence(machine.start(), "Python 3.11 to 3.14 is needed", "sudo apt-get install python3 python3-venv")


def test_an_old_python_counts_as_none(machine: Machine) -> None:
    machine.has_python(refuses="(3, 11) <=")
    assert_one_sentence(machine.start(), "Python 3.11 to 3.14 is needed", "package manager")


def test_without_ensurepip_the_package_of_that_python_is_named(machine: Machine) -> None:
    machine.has("apt-get", "exit 1")
    machine.has_python(refuses="import ensurepip", version="3.12")
    assert_one_sentence(machine.start(), "sudo apt-get install python3.12-venv")


def test_root_installs_the_missing_half_of_venv(machine: Machine) -> None:
    machine.has("id", "echo 0")
    complete = machine.programs / "complete-python3"
    machine.has_python()
    shutil.copy(machine.programs / "python3", complete)
    machine.has_python(refuses="import ensurepip")
    machine.has("apt-get", f'echo "apt $*" >>"$LOG"; cp "{complete}" "{machine.programs / "python3"}"')
    result = machine.start("./run", "case", "list")
    assert result.returncode == 0, result.stderr
    assert "apt install -y -qq --no-install-recommends python3.11-venv" in machine.asked


def test_the_first_run_installs_and_the_second_asks_for_nothing(machine: Machine) -> None:
    machine.has_python()
    first = machine.start("./run", "case", "list")
    assert first.returncode == 0, first.stderr
    assert "program: case list" in first.stdout
    assert "--require-hashes --only-binary :all:" in machine.asked
    machine.log.unlink()
    second = machine.start("./run", "case", "list")
    assert second.stdout == first.stdout
    assert (second.stderr, machine.asked) == ("", "")


def test_a_changed_lock_is_installed(machine: Machine) -> None:
    machine.has_python()
    machine.start("./run", "x")
    machine.log.unlink()
    (machine.checkout / "requirements.lock").write_text("other==1\n", "utf-8")
    machine.start("./run", "x")
    assert "pip" in machine.asked


def test_the_development_environment_serves_run_too(machine: Machine) -> None:
    machine.has_python()
    machine.start("./test", "--version")
    assert "requirements-dev.lock" in machine.asked
    machine.log.unlink()
    machine.start("./run", "x")
    assert machine.asked == ""


def test_another_python_gets_an_environment_of_its_own(machine: Machine) -> None:
    machine.has_python()
    (machine.programs / "python3").rename(machine.programs / "python3.13")
    result = machine.start("./test", "tests", ADVISOR_APP_PYTHON="python3.13")
    assert result.returncode == 0, result.stderr
    assert (machine.checkout / ".venv-python3.13" / "requirements-dev.lock").exists()
    assert not (machine.checkout / ".venv").exists()


def test_a_python_that_was_asked_for_and_is_not_there_is_named(machine: Machine) -> None:
    machine.has_python()
    assert_one_sentence(machine.start("./test", ADVISOR_APP_PYTHON="python3.9"), "ADVISOR_APP_PYTHON=python3.9")


def test_a_set_up_that_was_cut_off_begins_anew(machine: Machine) -> None:
    machine.has_python()
    machine.start("./run", "x")
    (machine.checkout / ".venv-unfinished").write_text("999999999\n", "utf-8")
    (machine.checkout / ".venv" / "left over").touch()
    result = machine.start("./run", "x")
    assert result.returncode == 0, result.stderr
    assert not (machine.checkout / ".venv" / "left over").exists()
    assert not (machine.checkout / ".venv-unfinished").exists()


def test_a_second_set_up_at_the_same_time_is_refused(machine: Machine) -> None:
    machine.has_python()
    # what ./run looks like among the processes while it sets up
    with subprocess.Popen(["sh", "-c", "sleep 60; :", "./run"]) as other:
        (machine.checkout / ".venv-unfinished").write_text(f"{other.pid}\n", "utf-8")
        try:
            assert_one_sentence(machine.start(), "Another set-up is running", str(other.pid))
        finally:
            other.kill()


def test_another_program_with_the_number_of_a_set_up_that_was_cut_off_does_not_matter(machine: Machine) -> None:
    machine.has_python()
    with subprocess.Popen(["sleep", "60"]) as other:
        (machine.checkout / ".venv-unfinished").write_text(f"{other.pid}\n", "utf-8")
        result = machine.start("./run", "x")
        other.kill()
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "cut off on its way or altered"),
        ("zipfile.BadZipFile: File is not a zip file", "cut off on its way or altered"),
        (
            "WARNING: Retrying after connection broken: Name resolution\nERROR: No matching distribution for x==1",
            "The package registry could not be reached; check the network",
        ),
        ("ERROR: No matching distribution found for babel==2.18.0", "names no package that fits this system"),
        ("ERROR: Hashes are required in --require-hashes mode", "names no package that fits this system"),
        ("ERROR: Could not install packages due to an OSError: Permission denied", "can't be written to"),
        ("something unheard of", "says why"),
    ],
)
def test_what_stops_pip_is_told_in_a_sentence_and_the_next_run_works(machine: Machine, said: str, told: str) -> None:
    machine.has_python()
    works = (machine.programs / "python3").read_text("utf-8")
    (machine.programs / "said").write_text(f"{said}\n", "utf-8")
    machine.has(
        "python3",
        works.partition("\n")[2].replace('echo "pip $*" >>"$LOG"', f'cat "{machine.programs}/said" >&2; exit 1'),
    )
    result = machine.start()
    assert_one_sentence(result, told)
    assert len(result.stderr.splitlines()) == 2  # that it sets up, and what stopped it
    machine.has_python()
    assert machine.start("./run", "x").returncode == 0
    assert "pip" in machine.asked
    assert list(machine.checkout.glob(".venv-unfinished*")) == []


def test_a_full_disk_is_told_also_where_nothing_could_be_said_about_it(machine: Machine) -> None:
    machine.has_python(refuses="-m venv")
    machine.has("df", "echo Filesystem; echo /dev/disk 60000 59990 10 100% /")
    assert_one_sentence(machine.start(), "The disk is full")
    machine.has("df", "echo Filesystem; echo /dev/disk 6000000 10 5999990 1% /")
    assert_one_sentence(machine.start(), "says why")


def test_without_arguments_and_display_the_worked_example_is_written_to_a_folder(machine: Machine) -> None:
    machine.has_python()
    result = machine.start()
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(f"program: demo --out {machine.checkout}/demo-output data: ")
    assert result.stdout.rstrip().endswith("/.demo-data")
    assert f"{machine.checkout}/demo-output" in result.stderr


def test_without_arguments_and_with_a_display_the_window_opens_on_the_example(machine: Machine) -> None:
    machine.has_python()
    result = machine.start(DISPLAY=":7")
    assert result.stdout.startswith("program: demo --open data: ")
    assert machine.start(DISPLAY=":7", ADVISOR_APP_DATA="mine").stdout == "program: demo --open data: mine\n"


def test_a_display_that_does_not_answer_counts_as_none(machine: Machine) -> None:
    machine.has_python(refuses="xcb_connect")
    assert machine.start(DISPLAY=":7").stdout.startswith("program: demo --out ")


def test_a_missing_system_library_is_named_with_the_command_that_installs_it(machine: Machine) -> None:
    machine.has_python()
    machine.has("apt-get", "exit 1")
    machine.has("ldd", r"printf '\tlibEGL.so.1 => not found\n\tlibz.so.1 => /lib/libz.so.1 (0x1)\n'")
    assert_one_sentence(machine.start("./run", "x"), "sudo apt-get install libegl1")


def test_a_missing_system_library_is_installed_by_those_who_may(machine: Machine) -> None:
    machine.has_python()
    machine.has("sudo", 'shift; "$@"')
    machine.has("apt-get", 'echo "apt $*" >>"$LOG"; touch "$HOME/installed"')
    machine.has("ldd", r"""[ -e "$HOME/installed" ] || printf '\tlibxcb-cursor.so.0 => not found\n'""")
    result = machine.start("./run", "x")
    assert result.returncode == 0, result.stderr
    assert "apt install -y -qq --no-install-recommends libxcb-cursor0" in machine.asked


def test_on_a_system_without_apt_the_libraries_themselves_are_named(machine: Machine) -> None:
    machine.has_python()
    machine.has("ldd", r"printf '\tlibEGL.so.1 => not found\n\tlibodd.so.3 => not found\n'")
    assert_one_sentence(machine.start("./run", "x"), "libEGL.so.1 libodd.so.3")


def test_every_library_that_qt_may_miss_has_a_package(machine: Machine) -> None:
    source = (CHECKOUT / "installers" / "environment.sh").read_text("utf-8")
    sonames = [word for word in source.split() if word.startswith("lib") and ".so." in word]
    assert len(sonames) > 20
    for soname in sonames:
        result = machine.shell(f"library_package {soname.rstrip(')')}")
        assert result.stdout.startswith(("lib", "zlib")), soname
