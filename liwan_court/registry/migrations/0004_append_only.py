"""Triggers that refuse to change or delete visits and records of the register (R64, R66)."""

from django.db import migrations

from liwan_court.append_only import protection


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_progress_keys_imports")]

    operations = [protection("registry_keyvisit", "registry_registerrecord")]
