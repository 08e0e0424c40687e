"""Triggers that refuse to change or delete what was signed and recorded (R66)."""

from django.db import migrations

TABLES = ("livestream_livestreamrecord", "livestream_signature", "livestream_unitchange")

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION liwan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: % may not be changed or deleted', TG_TABLE_NAME; END $$;
"""


def protect(apps, schema_editor):
    """Create the triggers. The function is the one the judgment line uses too, so it stays when these go."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION, params=None)
    for table in TABLES:
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


def unprotect(apps, schema_editor):
    """Drop the triggers."""
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")
            continue
        for event in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}")


class Migration(migrations.Migration):
    dependencies = [("livestream", "0001_initial")]

    operations = [migrations.RunPython(protect, unprotect)]
