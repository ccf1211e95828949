"""Benchmarks, run by hand: `python -m tests.benchmarks [NAME …]`.

Each measures a floor (plain SQL, bare reading) and the program in the same run and prints the
ratio: these machines are noisy, and ratios are what can be compared.
"""
