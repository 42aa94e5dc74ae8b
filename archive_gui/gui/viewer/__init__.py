"""Looking closely at one image."""
