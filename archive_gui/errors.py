"""The errors that a person can cause or meet, told in one sentence."""


class ArchiveError(Exception):
    """Something could not be done; the text says what happened, to which file, and what to do.

    The command line prints the text on stderr and exits with 1; the window shows it in its
    message bar. Anything else that is raised is a defect of the program.
    """


class Cancelled(Exception):
    """The person who started a job has asked it to stop."""
