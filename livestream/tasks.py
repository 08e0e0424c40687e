"""What the worker does for this line. A message is a hint, the row is the job: every task is safe to run twice."""
