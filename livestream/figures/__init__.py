"""Quotas, statistics, summaries and archives for the research office (R48, R56, R57)."""
