"""Whether a file lies on a network share: a path in, the kind of file system there out, None where that is fine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

# Kinds in /proc/self/mountinfo that several machines can have open, without memory that they share. Local kinds (ext4,
# btrfs, overlay, tmpfs), those of WSL and virtual machines (9p, drvfs, virtiofs: the folder is the host's) and FUSE on
# local disks (fuseblk) are not among them.
SHARED = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "glusterfs",
    "lustre",
    "beegfs",
    "gpfs",
}
FUSE = {"sshfs", "s3fs", "davfs", "davfs2", "rclone", "glusterfs", "gcsfuse", "curlftpfs", "goofys"}
MOUNTS = Path("/proc/self/mountinfo")
OCTAL = re.compile(r"\\([0-7]{3})")


def network_kind(path: Path, mounts: Path = MOUNTS) -> str | None:
    """Return the kind of a network share that the path lies on; None for other file systems, and where none can tell.

    Windows: an address of the form `//server/share`. Linux: the mount that is nearest above.
    """
    if os.name == "nt":
        return "a network share" if path.drive.startswith("\\\\") else None
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    found = [(point, kind) for point, kind in _mounts(lines) if path == point or point in path.parents]
    # Of two mounts at one place the later one lies above the other.
    kind = max(enumerate(found), key=lambda item: (len(item[1][0].parts), item[0]), default=(0, (path, "")))[
        1
    ][1]
    return kind if kind in SHARED or kind.removeprefix("fuse.") in FUSE else None


def _mounts(lines: list[str]) -> Iterator[tuple[Path, str]]:
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) > 4 and after:
            yield Path(OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])), after.split()[0]
