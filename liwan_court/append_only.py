"""Rows that are added and never changed: refused by the model and by triggers in the database (R66)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import migrations, models

if TYPE_CHECKING:
    from collections.abc import Callable

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION liwan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: % may not be changed or deleted', TG_TABLE_NAME; END $$;
"""


class AppendOnly(models.Model):
    """Rows are added and never changed: refused here, and by triggers in the database."""

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Insert. Raises TypeError for a row that already exists."""
        if self.pk and not self._state.adding:
            raise TypeError("留痕记录不可修改（R66）")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *_args: object, **_kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse, always. Raises TypeError."""
        raise TypeError("留痕记录不可删除（R66）")


def protection(*tables: str) -> migrations.RunPython:
    """The migration step that makes the triggers of some tables; it can be taken back."""
    return migrations.RunPython(_protect(tables), _unprotect(tables))


def _protect(tables: tuple[str, ...]) -> Callable[[Any, Any], None]:
    def protect(_apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(POSTGRES_FUNCTION, params=None)
        for table in tables:
            if schema_editor.connection.vendor == "postgresql":
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                    "FOR EACH ROW EXECUTE FUNCTION liwan_append_only()"
                )
                continue
            for event in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
                )

    return protect


def _unprotect(tables: tuple[str, ...]) -> Callable[[Any, Any], None]:
    def unprotect(_apps: Any, schema_editor: Any) -> None:
        for table in tables:
            if schema_editor.connection.vendor == "postgresql":
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")
                continue
            for event in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}")

    return unprotect
