"""What is known of the grouping in hand and of all together, and what to mark next."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archive_gui.catalog.groupings import short
from archive_gui.gui.controllers.teaching import TeachingController
from archive_gui.gui.theme import ThemeManager, theme
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.gui.workspace import Workspace

if TYPE_CHECKING:
    from archive_gui.learning.advice import Advice


class GroupingFacts(QWidget):
    """Counts of triplets and one line of advice, each hidden where there is nothing to say.

    Signals:
        wanted(int): somebody went to the grouping that the advice names.
    """

    wanted = Signal(int)

    def __init__(self, workspace: Workspace, teaching: TeachingController) -> None:
        super().__init__()
        self._workspace = workspace
        self._teaching = teaching
        self.counts = QLabel()
        self.counts.setProperty("role", "muted")
        self.counts.setWordWrap(True)
        self.advice = QLabel()
        self.advice.setObjectName("advice")
        self.advice.setWordWrap(True)
        self.advice.setTextFormat(Qt.TextFormat.RichText)
        self.advice.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.advice.linkActivated.connect(lambda link: self.wanted.emit(int(link)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(4)
        # As far in as the advice is, which has a frame for when it has the keyboard.
        self.counts.setContentsMargins(2, 0, 2, 0)
        layout.addWidget(self.counts)
        layout.addWidget(self.advice)
        teaching.surveyed.connect(self.refresh)
        ThemeManager.instance().changed.connect(self.refresh)

    def refresh(self) -> None:
        """Say what was found last."""
        survey = self._teaching.survey
        self.setVisible(survey is not None and bool(survey.groupings))
        if survey is None:
            return
        total, active = survey.counts.total, self._workspace.active
        own = survey.counts.of.get(active.id) if active is not None else None
        if own is None or len(survey.groupings) == 1:
            text = self.tr("Comparisons to learn from: {training_all:,}")
            triplets = self.tr("Triplets to export: {explicit_all:,}")
            own = total
        else:
            text = self.tr(
                "Comparisons to learn from: {training_all:,}, {training:,} of them from this "
                "grouping"
            )
            triplets = self.tr(
                "Triplets to export: {explicit_all:,}, {explicit:,} of them from this grouping"
            )
        self.counts.setText(filled(text, training=own.training, training_all=total.training))
        triplets = filled(triplets, explicit=own.explicit, explicit_all=total.explicit)
        explained = self.tr(
            "A triplet is an anchor with a positive and a negative. Training also compares "
            "the positives with each other, and the members of a grouping with those of "
            "others that are not related to it."
        )
        self.counts.setToolTip(f"{triplets}\n\n{explained}")
        advice = survey.advice
        grouping = self._workspace.groupings.get(advice.grouping) if advice is not None else None
        self.advice.setVisible(advice is not None and grouping is not None)
        if advice is not None and grouping is not None:
            words, name = self._words(advice), short(grouping.name)
            quoted = filled(self.tr("“{name}”"), name=name)
            self.advice.setAccessibleName(filled(words, name=quoted))
            # A label keeps the colour that links had when its text was set.
            colour = theme()["accent"].name()
            link = f'<a href="{grouping.id}" style="color:{colour}">{html.escape(name)}</a>'
            link = filled(self.tr("“{name}”"), name=link)
            self.advice.setToolTip(plain_tip(self._others(advice.others)))
            self.advice.setText(filled(html.escape(words, quote=False), name=link))

    def _words(self, advice: Advice) -> str:
        """The advice, the grouping's name left open as `{name}`."""
        from archive_gui.learning.advice import Need

        match advice.need:
            case Need.POSITIVES:
                words = self.tr("{name} has no positive yet: mark two or three that show the same.")
            case Need.CONTRAST:
                words = self.tr(
                    "There is nothing to tell apart yet: mark two or three negatives in {name} "
                    "that only look alike, or start another grouping."
                )
            case Need.NEGATIVES:
                words = self.tr(
                    "{name} has no negative yet: mark two or three that only look alike."
                )
            case Need.HOLDING_OUT:
                words = self.tr(
                    "{name} has only one positive: with one more it can be tested how well the "
                    "training went."
                )
            case Need.MORE_POSITIVES:
                words = self.tr("{name} has only {n} positives: five or more teach much better.")
        return words.replace("{n}", str(advice.positives))

    def _others(self, count: int) -> str:
        if count == 1:
            return self.tr("Another grouping needs the same.")
        return filled(self.tr("{n:,} other groupings need the same."), n=count) if count else ""
