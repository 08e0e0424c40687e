"""How oversight counts its own work."""
