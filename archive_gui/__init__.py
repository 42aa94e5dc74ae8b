"""archive-gui: teach a computer what "similar" means in your picture archive."""

__version__ = "0.1.0"
# What pip installs it from, as it is on no index.
WHEEL = f"./archive_gui-{__version__}-py3-none-any.whl"
