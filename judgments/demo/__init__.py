"""A demonstration court: invented judgments as .docx and the walk of three batches through the real line.

Every person, firm, house number and identifier is invented; only the court, the streets and the law are real.
"""
