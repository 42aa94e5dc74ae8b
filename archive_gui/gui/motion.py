"""Whether anything may move by itself: what the system says, and what a person has chosen."""

from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication


class Motion(QObject):
    """Asked by whatever would move.

    Signals:
        changed(): motion is allowed now, or no longer.
    """

    changed = Signal()
    # What Qt moves by itself: menus, choices and tips that fade or roll in.
    _EFFECTS = (
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip,
        Qt.UIEffect.UI_FadeTooltip,
        Qt.UIEffect.UI_AnimateToolBox,
    )
    _instance: ClassVar["Motion | None"] = None

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self._reduced = self._waiting = False
        self._usual = [each for each in self._EFFECTS if QApplication.isEffectEnabled(each)]

    @classmethod
    def instance(cls) -> "Motion":
        """The application's, made at the first call."""
        if cls._instance is None:
            application = QApplication.instance()
            assert application is not None
            cls._instance = cls(application)
        return cls._instance

    def reduce(self, reduced: bool) -> None:
        """Let nothing move, or only as the system says."""
        if reduced != self._reduced:
            self._reduced = reduced
            for effect in self._usual:
                QApplication.setEffectEnabled(effect, not reduced)
            self.changed.emit()

    def wait(self) -> None:
        """Let nothing move until :meth:`go_on`.

        To ask what the system wants takes long, since Python has to load all that styles are made
        of first: a window that starts has something better to do.
        """
        self._waiting = True

    def go_on(self) -> None:
        """Ask what the system wants from now on."""
        self._waiting = False
        self.changed.emit()

    @property
    def allowed(self) -> bool:
        """Whether something may move by itself."""
        if self._reduced or self._waiting:
            return False
        from PySide6.QtWidgets import QStyle

        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        # Where the system wants no animations, Qt's styles give them no time.
        return QApplication.style().styleHint(hint) > 0
