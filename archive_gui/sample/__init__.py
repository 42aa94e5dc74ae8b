from archive_gui.sample.writing import make_sample

__all__ = ["make_sample"]
