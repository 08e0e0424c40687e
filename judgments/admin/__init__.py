"""The registers of the judgment line in the admin. Rows of the line are written by actions, so most of them only show."""

from judgments.admin import intake, judgment, publication, records, tables

__all__ = ["intake", "judgment", "publication", "records", "tables"]
