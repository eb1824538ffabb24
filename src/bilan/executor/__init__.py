"""On which processes does the work run?"""
