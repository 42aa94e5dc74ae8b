"""What the window does, one controller a subject; none of them knows a widget."""
