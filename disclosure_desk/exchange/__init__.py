"""Workbooks and documents, in and out."""
