"""What did the reader in the browser ask? Pages served by one process, with no request to anywhere else."""
