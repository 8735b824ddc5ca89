"""Writing a file so that it is whole at every moment: what it was, or what it is to be."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
AS_USUAL = 0o644
"""Less what the umask takes away, as for any file that an editor makes; but nobody else may write, whatever it is."""


def write_whole(
    path: Path,
    chunks: Iterable[bytes],
    *,
    new_mode: int = PRIVATE,
    keep_mode: bool = True,
    must_be_new: bool = False,
    before: Callable[[Path], None] | None = None,
) -> None:
    """Put a file in place in one step; when this returns, it outlasts a power cut.

    It is written beside its place under a passing hidden name, synced and renamed. A link stays one: the file that it
    leads to is replaced.

    Args:
        new_mode: the permissions of a file that was not there, before the umask.
        keep_mode: keep those of the file that is there; else it gets `new_mode` too.
        must_be_new: fail where a file is there already, also one that came a moment ago.
        before: called with the file's real path when all is written but not in place; may raise to leave it.
    Raises:
        FileExistsError: as `must_be_new` asks for.
        OSError: it cannot be written there. The file is what it was.
    """
    target = Path(os.path.realpath(path.parent), path.name) if must_be_new else _followed(path)
    passing = target.parent / f".{os.urandom(6).hex()}.tmp"
    descriptor = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), new_mode)
    try:
        with open(descriptor, "wb") as sink:
            if keep_mode:
                with suppress(FileNotFoundError):
                    passing.chmod(stat.S_IMODE(target.stat().st_mode))
            sink.writelines(chunks)
            sink.flush()
            os.fsync(sink.fileno())
        if before is not None:
            before(target)
        if must_be_new:
            _put_in_an_empty_place(passing, target)
        else:
            passing.replace(target)
    finally:
        passing.unlink(missing_ok=True)
    sync_folder(target.parent)


def _followed(path: Path) -> Path:
    """Return the file that a path leads to.

    In a folder that all may write to, as /tmp is, no link is followed that somebody else put there: it would have us
    write over a file of ours. Systems refuse to open such links themselves, and cannot know of a rename.

    Raises:
        PermissionError: it is such a link.
    """
    if sys.platform == "win32":
        return Path(os.path.realpath(path))
    with suppress(FileNotFoundError):
        link, folder = path.lstat(), path.parent.stat()
        is_shared = folder.st_mode & stat.S_ISVTX and folder.st_mode & stat.S_IWOTH
        if stat.S_ISLNK(link.st_mode) and is_shared and link.st_uid not in (os.geteuid(), folder.st_uid):
            raise PermissionError(errno.EACCES, "it is a link that somebody else put there", str(path))
    return Path(os.path.realpath(path))


def make_folders(folder: Path, mode: int = 0o755) -> None:
    """Make a folder and those that lead to it, if they are not there; when this returns, they outlast a power cut.

    A file may be synced as often as it likes: in a new folder that is lost it is lost, too.

    Raises:
        OSError: a folder cannot be made, or a file stands in its place.
    """
    if folder.is_dir():
        return
    make_folders(folder.parent, mode)
    try:
        folder.mkdir(mode, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
    sync_folder(folder.parent)


def _put_in_an_empty_place(passing: Path, target: Path) -> None:
    try:
        target.hardlink_to(passing)  # unlike a rename it never takes another's place
    except FileExistsError:
        raise
    except OSError:  # a file system without such links
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        passing.replace(target)


def sync_folder(folder: Path) -> None:
    """Make the rename itself last; a system that cannot open folders does without."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
