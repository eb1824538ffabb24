"""When does what fall due, and who wakes up for it?"""
