from archive_gui.catalog.images import list_images
from archive_gui.catalog.records import ImageRecord
from archive_gui.operations.comparing import Change, compare, compare_versions, default_versions
from archive_gui.operations.examples import Example, Query
from archive_gui.operations.querying import QueryReport, QueryResult, Searcher
from archive_gui.operations.versions import ModelSummary, list_models


def report(model: int, *images: int) -> QueryReport:
    results = tuple(
        QueryResult(
            rank, ImageRecord(i, f"{i}.jpg", 1, 1, "", 1, 1, None, 1, None, False), rank / 10
        )
        for rank, i in enumerate(images, start=1)
    )
    return QueryReport("query", model, results, 1.0, 1.0)


def test_every_neighbour_goes_up_down_or_stays_comes_new_or_falls_out():
    found = compare(report(0, 1, 2, 3, 4, 9), report(1, 1, 3, 2, 5, 9), 4)
    changes = {image: (move.change, move.places) for image, move in found.moves.items()}
    assert changes == {
        1: (Change.SAME, 0),
        2: (Change.DOWN, 1),
        3: (Change.UP, 1),
        4: (Change.GONE, 0),
        5: (Change.NEW, 0),
    }
    assert len(found.before.results) == len(found.after.results) == 4


def test_two_versions_answer_the_same_query(trained):
    image = list_images(trained)[0]
    query = Query((Example(image.path, image.id),))
    plain, own = (Searcher(trained, model).query(query, 10) for model in (0, 1))
    found = compare_versions(trained, query, (0, 1), 10)
    assert [r.image.id for r in found.before.results] == [r.image.id for r in plain.results]
    assert [r.image.id for r in found.after.results] == [r.image.id for r in own.results]
    assert {Change.UP, Change.DOWN} <= {move.change for move in found.moves.values()}
    # What one of them has answered already is taken as it is, unless it is too little.
    shorter = Searcher(trained, 1).query(query, 10)
    assert compare_versions(trained, query, (0, 1), 10, shorter).after.results == shorter.results
    assert len(compare_versions(trained, query, (0, 1), 20, shorter).after.results) == 20


def test_the_version_before_is_compared_with_the_one_that_answers(trained):
    assert default_versions(list_models(trained)) == (0, 1)

    def version(number: int, **facts) -> ModelSummary:
        return ModelSummary(number, "", "", "", None, None, False, **{"answers": False} | facts)

    known = [version(0), version(1), version(2, quick_of=3), version(3, answers=True)]
    assert default_versions(known) == (1, 3)
    assert default_versions([version(0, answers=True), version(1)]) == (0, 1)
    assert default_versions([version(0, answers=True)]) is None
