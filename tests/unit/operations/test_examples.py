import numpy as np
import pytest

from archive_gui.catalog.images import list_images
from archive_gui.errors import ArchiveError
from archive_gui.operations.examples import Example, Query, Side
from archive_gui.operations.querying import QueryReport, Searcher
from archive_gui.operations.versions import open_embedder
from archive_gui.progress import Progress
from archive_gui.search.index import EXACT_BELOW, HnswIndex
from archive_gui.search.rocchio import combine
from tests.conftest import draw

A, B, C = (Example(name, number) for number, name in enumerate("abc"))


def distances(report: QueryReport) -> dict[str, float]:
    return {result.image.path: result.distance for result in report.results}


def test_an_example_is_on_one_side_and_what_was_asked_with_stays():
    query = Query((A,)).refined([B, A], Side.MORE).refined([B, C], Side.LESS)
    assert query == Query((A,), (), (B, C))
    assert query.refined([C], Side.MORE) == Query((A,), (C,), (B,))
    assert query.without([B, C]) == Query((A,))
    assert query.images() == {0, 1, 2}


def test_examples_are_no_results_and_pull_the_others_along(make_project, tmp_path):
    project = make_project(8)
    searcher, images = Searcher(project), list_images(project)
    first, second, third = (Example(image.path, image.id) for image in images[:3])
    plain = distances(searcher.query(Query((first,)), 9))
    more = distances(searcher.query(Query((first,), more=(second,)), 9))
    less = distances(searcher.query(Query((first,), less=(third,)), 9))
    assert set(plain) - set(more) == {"001.png"}
    assert set(plain) - set(less) == {"002.png"}
    # A copy of an example from elsewhere follows what the example says.
    draw(1).save(tmp_path / "copy.png")
    outside = Example("copy", (tmp_path / "copy.png").read_bytes())
    asked = Query((first,), more=(outside,))
    assert distances(searcher.query(asked, 9))["001.png"] < plain["001.png"]
    asked = Query((first,), less=(outside,))
    assert distances(searcher.query(asked, 9))["001.png"] > plain["001.png"]


def test_several_pictures_are_searched_by_their_mean(make_project):
    project = make_project(6)
    searcher, images = Searcher(project), list_images(project)
    two = tuple(Example(image.path, image.id) for image in images[:2])
    report = searcher.query(Query(two), 2)
    assert report.more
    rows = open_embedder(project)[1].archive(Progress())[1]
    mean = rows[:2].mean(0)
    expected = np.sort(1 - rows[2:] @ mean / np.linalg.norm(mean))[:2]
    assert [r.distance for r in report.results] == pytest.approx(expected, abs=1e-5)
    assert not searcher.query(Query(two), 9).more


def test_an_example_that_cannot_be_read_is_left_out_and_reported(make_project, tmp_path):
    project = make_project(4)
    letter = Example("letter.txt", tmp_path / "letter.txt")
    letter.source.write_text("Dear Sir")
    first = Example("000.png", list_images(project)[0].id)
    report = Searcher(project).query(Query((letter, first)), 9)
    assert [example for example, _ in report.left_out] == [letter]
    assert "letter.txt" in report.left_out[0][1]
    assert len(report.results) == 3
    with pytest.raises(ArchiveError, match=r"letter\.txt"):
        Searcher(project).query(Query((letter,), more=(first,)), 9)


def test_the_graph_finds_what_lies_near_a_query_of_examples():
    # Brute force judges the graph by the very embedding that examples give.
    rng = np.random.default_rng(5)
    rows = rng.normal(size=(EXACT_BELOW + 500, 32)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    wanted = combine(rows[:3], rows[3:5], rows[5:6])
    labels, _ = HnswIndex.build(rows, np.arange(len(rows))).search(wanted, 20)
    assert set(labels) == set(np.argsort(1 - rows @ wanted)[:20])
