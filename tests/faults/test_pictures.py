from pathlib import Path

from tests.faults.corpora import index_corpus, replaced_while_read, walk_many


def test_every_evil_file_is_indexed_or_told_and_all_others_are_well(tmp_path: Path) -> None:
    figures = index_corpus(tmp_path, 1, cuts=2, mutations=3, bombs=(12_000,))
    assert figures.wrong == []
    assert figures.files > 300
    assert figures.peak_megabytes < 1000


def test_files_that_change_between_walk_and_reading_are_told(tmp_path: Path) -> None:
    assert replaced_while_read(tmp_path) == []


def test_a_folder_of_very_many_files_is_walked_in_bounded_memory(tmp_path: Path) -> None:
    found, memory = walk_many(tmp_path, 50_000)
    assert found == 50_000
    assert memory < 1000
