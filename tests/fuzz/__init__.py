"""Files and texts from outside, changed at random: what every reader makes of them.

`python -m tests.fuzz --help` runs them for as long as one likes; the ordinary tests run a few.
"""
