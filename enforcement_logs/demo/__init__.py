"""The demonstration of the execution logs: invented cases, six weeks of work, keys that are printed when the portal opens."""
