"""Documents written by people who have not seen the engine."""
