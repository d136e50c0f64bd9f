"""From files and bytes to text, and from text to the folded copy that matching runs on."""

from policytag.reading.files import left_out, read_file, report_files
from policytag.reading.source import MAX_BYTES, SUFFIXES, Source, read

__all__ = ["MAX_BYTES", "SUFFIXES", "Source", "left_out", "read", "read_file", "report_files"]
