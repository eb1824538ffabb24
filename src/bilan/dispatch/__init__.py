"""Who still waits for an edition that was issued? The outbox of the ledger, worked off."""
