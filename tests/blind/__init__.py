"""Corpora written by people who had not seen the engine, its tests or one another's documents (R30–R33, D10–D14, D21).

`orchard`: civil and administrative judgments. `harbour`: rulings, criminal cases, packages of every make. `lantern`: the traps, one by
one. `meadow` and `quarry`: a second round of both; `ferry`: a small third one. What the engine made of each at first sight stands in docs/measurements.md; it
was corrected on them afterwards, so they guard what was learnt and are no longer a measure of unseen documents.
"""
