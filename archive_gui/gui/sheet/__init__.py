"""Contact sheets on paper: what is on them, where it lies, and how it is drawn."""
