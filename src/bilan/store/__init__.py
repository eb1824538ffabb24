"""What did we know, and when? Append-only observations with their vintages."""
