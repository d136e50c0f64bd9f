"""The commands of the command line, each a plain function that returns its exit code."""
