"""Does every numeral on the finished page resolve to what it claims to be?"""
