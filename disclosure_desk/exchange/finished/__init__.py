"""Finished reports of any office, read back from Word, Excel and web pages."""
