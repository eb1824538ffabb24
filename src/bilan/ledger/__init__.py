"""Which editions are due, running, issued? The ledger decides; the clock only wakes."""
