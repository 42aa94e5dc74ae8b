"""A widget in which one measure is another than in the program's style."""

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget


class _Measured(QProxyStyle):
    def __init__(self, metric: QStyle.PixelMetric, pixels: int) -> None:
        # Named, since a style that is set on a widget is not of the kind of the program's.
        super().__init__("fusion")
        self._metric, self._pixels = metric, pixels

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The one measure; all others as the style has them."""
        if metric is self._metric:
            return self._pixels
        return super().pixelMetric(metric, option, widget)


def set_measure(widget: QWidget, metric: QStyle.PixelMetric, pixels: int) -> None:
    """Have a widget take so many pixels for what `metric` stands for."""
    style = _Measured(metric, pixels)
    style.setParent(widget)
    widget.setStyle(style)
