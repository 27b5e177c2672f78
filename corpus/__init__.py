"""The corpus of reports with reference coding, and what checks, compares and builds it."""
