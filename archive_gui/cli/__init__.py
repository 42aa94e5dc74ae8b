"""The command line: parses, calls the same functions as the window, prints."""
