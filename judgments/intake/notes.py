"""What is noted while a document is read: findings for a person, and strings nobody sees in it."""

from __future__ import annotations

from judgments.intake.document import Finding

_LIMIT_FOR_A_CODE = 50
_LIMIT_OF_STRINGS = 10_000
_SAMPLE = 40


class Notes:
    """Collects findings, one for each code and place, and hidden strings, each once."""

    def __init__(self) -> None:
        self._findings: dict[tuple[str, str], str] = {}
        self._hidden: dict[str, None] = {}

    def find(self, code: str, where: str, text: str) -> None:
        """Note a blocking finding; a second one of the same code at the same place adds nothing."""
        self._findings.setdefault((code, where), text)

    def hide(self, text: str | None) -> None:
        """Keep a string for the reviewer."""
        if text and len(self._hidden) < _LIMIT_OF_STRINGS:
            text = text.strip()
            if text:
                self._hidden[text] = None

    @property
    def hidden_strings(self) -> tuple[str, ...]:
        """Every string noted, in the order met."""
        return tuple(self._hidden)

    def findings(self) -> tuple[Finding, ...]:
        """Findings in the order met; after fifty of one code the rest are counted in one line."""
        counted: dict[str, int] = {}
        kept: list[Finding] = []
        for (code, where), text in self._findings.items():
            counted[code] = counted.get(code, 0) + 1
            if counted[code] <= _LIMIT_FOR_A_CODE:
                kept.append(Finding(code, blocking=True, text=text, where=where))
        for code, count in counted.items():
            if count > _LIMIT_FOR_A_CODE:
                kept.append(
                    Finding(
                        code, blocking=True, text=f"另有 {count - _LIMIT_FOR_A_CODE} 处同类情况", where="全文"
                    )
                )
        return tuple(kept)


def sample(text: str) -> str:
    """The beginning of a text, for a finding."""
    text = " ".join(text.split())
    return text if len(text) <= _SAMPLE else f"{text[:_SAMPLE]}…"
