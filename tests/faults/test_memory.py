"""The measure of the soak: it sees what grows in every round, and nothing else."""

import multiprocessing
import os
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.memory import MEGABYTE, Sample, draw, grown, growth, sample, write_csv


def hold(megabytes: int, said: "multiprocessing.connection.Connection") -> None:
    held = b"x" * (megabytes * MEGABYTE)
    said.send(len(held))
    time.sleep(60)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux tells it")
def test_what_a_process_and_its_children_hold_is_measured() -> None:
    before = sample(os.getpid(), 0, "before")
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=hold, args=(64, there))
    process.start()
    here.recv()
    after = sample(os.getpid(), 1, "after")
    process.kill()
    process.join()
    assert after.processes > before.processes
    assert after.uss - before.uss > 64 * MEGABYTE
    assert after.window_uss - before.window_uss < 32 * MEGABYTE
    assert after.handles > before.handles
    assert after.threads > before.threads


def rests(pss: list[float], handles: list[int]) -> list[Sample]:
    one = Sample(0, "rest", 0, 3, 0, 0, 0, 0, 0, 40, 0, 20)
    return [
        replace(
            one,
            seconds=10.0 * number,
            at_rest=number,
            pss=round(megabytes * MEGABYTE),
            handles=count,
        )
        for number, (megabytes, count) in enumerate(zip(pss, handles, strict=True), 1)
    ]


def test_what_grows_in_every_round_is_told_and_what_fills_once_is_not(tmp_path: Path) -> None:
    filling = [200.0, 320, 350, *[361.0, 360, 362, 380, 379.5, 380.5, 379, 380, 380.4]]
    steady = rests(filling, [*[30] * 4, 34, *[30] * 7])
    assert grown(growth(steady, 4)) == []
    leaking = rests([each + 2 * n for n, each in enumerate(filling)], list(range(30, 42)))
    told = grown(growth(leaking, 4))
    assert [each.split()[0] for each in told] == ["pss", "handles"]
    write_csv(leaking, tmp_path / "soak.csv")
    assert len((tmp_path / "soak.csv").read_text("utf-8").splitlines()) == 13
    ElementTree.fromstring(draw(leaking, "two < three"))
