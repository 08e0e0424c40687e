"""Which machine and which versions a figure was measured with."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("django", "lxml", "python-docx", "tantivy", "whoosh")


def machine() -> str:
    """One line: processor, cores, system, Python and the packages that matter."""
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    processor = found[1] if found else platform.machine()
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{processor}, {os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}, {packages}"


def resident() -> float:
    """Memory of this process now, in MB."""
    return _status("VmRSS")


def peak() -> float:
    """The most memory since `forget_peak`, in MB."""
    return _status("VmHWM")


def forget_peak() -> None:
    """Start measuring the peak anew."""
    Path("/proc/self/clear_refs").write_text("5")


def _status(name: str) -> float:
    found = re.search(rf"{name}:\s*(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0
