"""Triggers that refuse to change or delete versions of entries and the record of this line (R61, R66)."""

from django.db import migrations

from liwan_court.append_only import protection


class Migration(migrations.Migration):
    dependencies = [("enforcement_logs", "0001_initial")]

    operations = [protection("enforcement_logs_entryversion", "enforcement_logs_logrecord")]
