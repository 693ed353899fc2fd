"""Collecting static files, skipped while nothing has changed: hashing and compressing take seconds."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def fingerprint() -> str:
    """One value for the names, sizes and times of every static file, and for how they are stored."""
    lines = [str(settings.STORAGES["staticfiles"])]
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            lines.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def collect_if_changed() -> bool:
    """Collect into STATIC_ROOT unless it already holds these very files. True when it collected."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name(root.name + ".stamp")
    current = fingerprint()
    if root.is_dir() and stamp.is_file() and stamp.read_text() == current:
        return False
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(current)
    return True
