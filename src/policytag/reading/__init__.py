"""From files and bytes to text, and from text to the folded copy that matching runs on."""

from policytag.reading.files import read_file, report_files
from policytag.reading.source import MAX_BYTES, SUFFIXES, Source, read

__all__ = ["MAX_BYTES", "SUFFIXES", "Source", "read", "read_file", "report_files"]
