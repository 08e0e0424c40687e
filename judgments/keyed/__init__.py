"""Doors that ask for a key or a token: a party on the page of its case, the system of the supporting firm. Not public."""
