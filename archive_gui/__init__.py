"""archive-gui: teach a computer what "similar" means in your picture archive."""

__version__ = "0.1.0"
