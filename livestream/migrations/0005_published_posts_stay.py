"""Triggers that refuse to change or delete a post once it is published: it is the record (R44, R58)."""

from django.db import migrations

TABLE = "livestream_microblogpost"
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION liwan_published_post_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a published post may not be changed or deleted'; END $$;
"""


def protect(apps, schema_editor):
    """Create the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION, params=None)
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_published BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW "
            "WHEN (OLD.state = 'published') EXECUTE FUNCTION liwan_published_post_stays()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_published_{event.lower()} BEFORE {event} ON {TABLE} "
            "WHEN OLD.state = 'published' BEGIN SELECT RAISE(ABORT, 'a published post stays'); END"
        )


def unprotect(apps, schema_editor):
    """Drop the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_published ON {TABLE}")
        schema_editor.execute("DROP FUNCTION IF EXISTS liwan_published_post_stays()")
        return
    for event in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_published_{event}")


class Migration(migrations.Migration):
    dependencies = [("livestream", "0004_microblog_checks_and_dispatch")]

    operations = [migrations.RunPython(protect, unprotect)]
