"""Documents kept apart from the engine's own examples: they measure redaction blindly (R30–R33, D10–D14, D21).

Nothing here was written with the engine, its tests or the demonstration texts in view. An engineer who changes the
engine reads the figures, not these templates.
"""
