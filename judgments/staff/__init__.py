"""The pages on which the court's staff walk the judgment line; every rule stays in `judgments.actions`."""
