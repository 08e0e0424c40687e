"""Execution logs (执行日志): written by officers, published on Fridays, read by the parties of the case (R59–R64)."""
