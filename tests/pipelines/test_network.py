"""Network shares are told from every other kind of file system, and refused for writing only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from store_samples import visit

from crawler.errors import DatabaseError
from pipelines.database import connection
from pipelines.database.connection import open_readonly
from pipelines.database.network import network_kind
from pipelines.store import Store

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
23 22 0:5 / /mnt/server rw - nfs4 server:/export rw
24 23 0:6 / /mnt/server/local rw - xfs /dev/vdb rw
25 22 0:7 / /mnt/with\\040space rw - cifs //server/share rw
26 22 0:8 / /mnt/c rw - 9p drvfs rw
27 22 0:9 / /var/lib/docker/x rw - overlay overlay rw
28 22 0:10 / /mnt/usb rw - fuseblk /dev/sdb1 rw
29 22 0:11 / /mnt/far rw - fuse.sshfs me@server:/ rw
30 22 0:12 / /mnt/twice rw - nfs server:/a rw
31 30 0:13 / /mnt/twice rw - ext4 /dev/vdc rw
a line of another form
"""


@pytest.mark.skipif(sys.platform == "win32", reason="mounts of Linux")
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/me/news.db", None),
        ("/mnt/server/news.db", "nfs4"),
        ("/mnt/server-2/news.db", None),
        ("/mnt/server/local/news.db", None),
        ("/mnt/with space/a/news.db", "cifs"),
        ("/mnt/c/Users/me/news.db", None),
        ("/var/lib/docker/x/news.db", None),
        ("/mnt/usb/news.db", None),
        ("/mnt/far/news.db", "fuse.sshfs"),
        ("/mnt/twice/news.db", None),
    ],
)
def test_only_network_shares_are_told(path: str, kind: str | None, tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, "utf-8")
    assert network_kind(Path(path), mounts) == kind


def test_where_nothing_tells_the_kind_the_file_is_taken(tmp_path: Path) -> None:
    assert network_kind(tmp_path / "news.db", tmp_path / "missing") is None


def test_a_file_on_a_share_is_read_and_not_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(path, command="test") as store:
        store.put(visit())
    before = path.read_bytes()
    monkeypatch.setattr(connection, "network_kind", lambda path: "nfs4")
    said = r"network share \(nfs4\).*choose a file on a disk of this machine.*copydesk backup"
    with pytest.raises(DatabaseError, match=said):
        Store(path, command="test").__enter__()
    assert open_readonly(path).execute("SELECT count(*) FROM articles").fetchone() == (1,)
    assert path.read_bytes() == before
