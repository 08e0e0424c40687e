"""Starting and stopping a whole portal on one machine: web, worker, writer of the index, beat."""
