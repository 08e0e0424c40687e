"""What the public pages read: public editions, batches, the register's public columns, the ledger. Nothing else."""
