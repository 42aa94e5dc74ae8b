"""Pictures of the window in all its places and states, for people to look at."""
