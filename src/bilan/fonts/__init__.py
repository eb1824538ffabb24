"""Which font files do page and charts use, and which letters do they hold?"""
