"""The structure of a report: its head, zones, sections, sentences, periods and glossary."""
