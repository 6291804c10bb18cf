"""Folders that a program or the network copies are known by their names, marks, variables and drives."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from advisor_app.services.synced_folder import (
    Surroundings,
    Synced,
    SyncKind,
    file_system_of,
    look_around,
    synced,
    warning,
)
from advisor_app.texts import load_texts

SERVICE = SyncKind.SERVICE


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\kim\OneDrive\Beraterkoffer"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\kim\OneDrive - Stadt Musterstadt\Daten"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\kim\Dropbox (Team)\Daten"), "Dropbox"),
        (PureWindowsPath(r"G:\My Drive\Daten"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\kim\iCloudDrive\Daten"), "iCloud"),
        (PurePosixPath("/home/kim/Nextcloud/Daten"), "Nextcloud"),
        (PurePosixPath("/home/kim/nextcloud"), "Nextcloud"),
        (PurePosixPath("/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/Daten"), "iCloud"),
        (PurePosixPath("/Users/kim/Library/CloudStorage/GoogleDrive-kim@example.org/Daten"), "Google Drive"),
        (PurePosixPath("/Users/kim/Library/CloudStorage/Unheard/Daten"), "iCloud"),
    ],
)
def test_by_name(folder: PurePath, service: str) -> None:
    assert synced(folder, Surroundings()) == Synced(SERVICE, service)


@pytest.mark.parametrize(
    "folder",
    [
        PurePosixPath("/home/kim/.local/share/Beraterkoffer"),
        PurePosixPath("/home/kim/Dropboxer/Daten"),
        PureWindowsPath(r"C:\Users\kim\AppData\Local\Beraterkoffer"),
        PurePosixPath("/Users/kim/Library/Application Support/Beraterkoffer"),
    ],
)
def test_the_usual_places_are_nobodys(folder: PurePath) -> None:
    around = Surroundings(
        variables={"APPDATA": r"C:\Users\kim\AppData\Roaming"}, drive="ext4", marks=frozenset({".dropbox"})
    )
    assert synced(folder, around) is None


def test_by_the_variables_of_windows() -> None:
    folder = PureWindowsPath(r"C:\Users\Kim\AppData\Roaming\Beraterkoffer")
    roaming = {"APPDATA": r"c:\users\kim\appdata\roaming"}
    assert synced(folder, Surroundings(variables=roaming)) == Synced(SyncKind.ROAMING)
    moved = {"OneDriveCommercial": r"D:\Wolke"}
    assert synced(PureWindowsPath(r"D:\Wolke\Daten"), Surroundings(variables=moved)) == Synced(SERVICE, "OneDrive")
    assert synced(PureWindowsPath(r"D:\Wolkenlos"), Surroundings(variables=moved)) is None


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_6fa1.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".stfolder", "Syncthing"),
    ],
)
def test_by_what_lies_beside_it(tmp_path: Path, mark: str, service: str) -> None:
    folder = tmp_path / "Wolke" / "Daten"
    folder.mkdir(parents=True)
    (tmp_path / "Wolke" / mark).touch()
    assert mark in look_around(folder).marks
    said = warning(folder, load_texts("de"))
    assert f"„{service}“" in said
    assert str(folder) in said


def test_drives_of_the_network() -> None:
    share = PureWindowsPath(r"\\server\daten\Beraterkoffer")
    assert synced(share, Surroundings()) == Synced(SyncKind.NETWORK)
    assert synced(PureWindowsPath(r"H:\Daten"), Surroundings(drive="network")) == Synced(SyncKind.NETWORK)
    mounts = ["/dev/sda1 / ext4 rw 0 0", "//server/a /mnt/Meine\\040Daten cifs rw 0 0", "tmpfs /mnt/Grün tmpfs rw 0 0"]
    assert file_system_of(PurePosixPath("/mnt/Meine Daten/Beraterkoffer"), mounts) == "cifs"
    assert file_system_of(PurePosixPath("/mnt/Meine"), mounts) == "ext4"
    assert file_system_of(PurePosixPath("/mnt/Grün/x"), mounts) == "tmpfs"
    assert synced(PurePosixPath("/mnt/x"), Surroundings(drive="cifs")) == Synced(SyncKind.NETWORK)


def test_every_kind_has_its_sentence_and_a_local_folder_none(tmp_path: Path) -> None:
    for language in ("de", "en"):
        texts = load_texts(language)
        for kind in SyncKind:
            assert texts(f"faults.synced.{kind.value}", folder="x", service="y")
    assert synced(tmp_path, Surroundings(drive="ext4")) is None
