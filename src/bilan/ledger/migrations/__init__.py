"""How does a ledger come from one schema to the next?"""
