"""Rows of the execution logs."""

from enforcement_logs.models.batches import LogBatch, PublishedEntry, WeekClosing
from enforcement_logs.models.entries import Category, EntryTemplate, EntryVersion, LogEntry
from enforcement_logs.models.records import LogRecord

__all__ = [
    "Category",
    "EntryTemplate",
    "EntryVersion",
    "LogBatch",
    "LogEntry",
    "LogRecord",
    "PublishedEntry",
    "WeekClosing",
]
