"""Quarterly oversight: indicators, inspections, meetings, tasks, rectification, bulletins, dashboards (R1–R21)."""
