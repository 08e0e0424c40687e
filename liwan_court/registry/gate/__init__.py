"""The gate of the parties: who may read a case, found out at the same cost for everybody (R64)."""
