"""Reports to tables, rows and files."""
