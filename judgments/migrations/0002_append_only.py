"""Triggers that refuse to change or delete records of what was done (R66)."""

from django.db import migrations

TABLES = ("judgments_transition", "judgments_ledgerentry", "judgments_originalaccess")

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION liwan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: % may not be changed or deleted', TG_TABLE_NAME; END $$;
"""


def statements(vendor, table):
    """The statements that make one table append-only."""
    if vendor == "postgresql":
        yield (
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION liwan_append_only()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )


def protect(apps, schema_editor):
    """Create the triggers."""
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION, params=None)
    for table in TABLES:
        for statement in statements(vendor, table):
            schema_editor.execute(statement)


def unprotect(apps, schema_editor):
    """Drop the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")
        schema_editor.execute("DROP FUNCTION IF EXISTS liwan_append_only()")
        return
    for table in TABLES:
        for event in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}")


class Migration(migrations.Migration):
    dependencies = [("judgments", "0001_initial")]

    operations = [migrations.RunPython(protect, unprotect)]
