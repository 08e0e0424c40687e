"""A demonstration of livestream and microblog: the last months played by their people through the real actions.

Every case and party is invented; the officers are those of the demonstration court.
"""
