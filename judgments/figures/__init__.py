"""Figures of this line for oversight: counted over rows that the public never reads, so not among the public queries."""
