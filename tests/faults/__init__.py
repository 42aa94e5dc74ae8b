"""What must cost nothing: crashes, full disks, evil files.

`python -m tests.faults --full` (`make soak`) tries all of it and prints figures; the tests beside
this try a quick sample of each part.
"""
