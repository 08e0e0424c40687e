"""The file that says which folder holds the index and how often it was committed.

Replaced in one step, so always whole.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "current.json"


@dataclass(frozen=True, slots=True)
class State:
    """Where the index lies (a folder beside the pointer) and the number of its last commit."""

    folder: str
    generation: int


def read(directory: Path) -> State | None:
    """The state every process agrees on; None where no index was made yet."""
    try:
        data = json.loads((directory / _FILE).read_text())
    except FileNotFoundError:
        return None
    return State(folder=data["folder"], generation=data["generation"])


def write(directory: Path, state: State) -> None:
    """Makes a state the current one, for good: it outlives a kill and a loss of power."""
    draft = directory / f"{_FILE}.new"
    with draft.open("w") as file:
        json.dump({"folder": state.folder, "generation": state.generation}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(directory / _FILE)
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
