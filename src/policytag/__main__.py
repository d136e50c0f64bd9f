"""``python -m policytag`` is the command line."""

from policytag.cli import main

main()
