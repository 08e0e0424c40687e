"""What is written is seen at once, by every process, and survives a kill."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from judgments.search import searcher
from judgments.search.engines import open_engine
from judgments.search.engines.base import IndexBusyError, ReadOnlyIndexError, SearchIndexError, SearchRequest
from judgments.search.query import parse
from judgments.search.tree import Everything
from tests.judgments.search.factories import make_document

ALL = SearchRequest(Everything(), page_size=200)


def ids(engine, query=""):
    return {hit.id for hit in engine.search(SearchRequest(parse(query).tree, page_size=200)).hits}


def test_a_judgment_taken_out_is_gone_with_the_next_search(engine):
    engine.add([make_document(1), make_document(2)])
    assert ids(engine) == {1, 2}
    engine.remove([1, 999])
    assert ids(engine) == {2}
    assert ids(engine, "借款") == {2}


def test_a_corrected_edition_takes_the_place_of_the_earlier_one(engine):
    engine.add([make_document(1, "旧文"), make_document(2, "旁文")])
    engine.add([make_document(1, "新文"), make_document(1, "新新文")])
    assert ids(engine, "旧文") == set()
    assert ids(engine, "新新文") == {1}
    assert engine.search(ALL).total == 2


def test_a_judgment_that_cannot_be_indexed_leaves_the_index_as_it_was(engine):
    engine.add([make_document(1)])
    with pytest.raises(AttributeError):
        engine.add([make_document(2), make_document(3, decided_on=None)])
    assert ids(engine) == {1}
    engine.add([make_document(4)])
    assert ids(engine) == {1, 4}


def test_a_reader_sees_every_commit(engine_name, directory):
    with open_engine(engine_name, directory) as reader:
        assert reader.search(ALL).total == 0
        assert reader.generation == 0
        with open_engine(engine_name, directory, write=True) as writer:
            generations = [reader.generation]
            for number in range(5):
                writer.add([make_document(number)])
                assert ids(reader) == set(range(number + 1))
                generations.append(reader.generation)
    assert generations == sorted(set(generations))


def test_the_reader_of_a_process_is_shared_and_follows(engine_name, directory):
    reader = searcher(engine_name, directory)
    assert searcher(engine_name, directory) is reader
    with open_engine(engine_name, directory, write=True) as writer:
        writer.add([make_document(7)])
    assert ids(reader) == {7}


def test_a_rebuild_swaps_the_index_under_an_open_reader(engine_name, directory):
    with (
        open_engine(engine_name, directory, write=True) as writer,
        open_engine(engine_name, directory) as reader,
    ):
        writer.add([make_document(number) for number in range(5)])
        assert len(ids(reader)) == 5

        def rebuilt():
            for number in range(100, 103):
                assert len(ids(reader)) == 5
                yield make_document(number)

        assert writer.rebuild(rebuilt()) == 3
        assert ids(reader) == ids(writer) == {100, 101, 102}
        writer.add([make_document(103)])
        assert ids(reader) == {100, 101, 102, 103}


def test_a_rebuild_leaves_nothing_of_a_withdrawn_text_on_the_disk(engine_name, directory):
    with open_engine(engine_name, directory, write=True) as writer:
        writer.add([make_document(1, "独一无二的词zebra7")])
        writer.remove([1])
        writer.rebuild([make_document(2)])
    assert not [path for path in directory.rglob("*") if path.is_file() and b"zebra7" in path.read_bytes()]
    assert [path.is_dir() for path in directory.glob("index-*")] == [True]


def test_a_rebuild_that_breaks_off_leaves_the_old_index(engine_name, directory):
    def broken():
        yield make_document(9)
        raise RuntimeError("the database went away")

    with open_engine(engine_name, directory, write=True) as writer:
        writer.add([make_document(1)])
        with pytest.raises(RuntimeError):
            writer.rebuild(broken())
        assert ids(writer) == {1}
        writer.add([make_document(2)])
        assert ids(writer) == {1, 2}


def test_an_index_that_cannot_be_read_says_so_and_can_be_rebuilt(engine_name, directory):
    with open_engine(engine_name, directory, write=True) as writer:
        writer.add([make_document(1)])
    for path in directory.glob("index-*/*"):
        path.unlink()
    with (
        open_engine(engine_name, directory) as reader,
        pytest.raises(SearchIndexError, match="rebuild_index"),
    ):
        reader.search(ALL)
    with open_engine(engine_name, directory, write=True) as writer:
        with pytest.raises(SearchIndexError, match="rebuild_index"):
            writer.add([make_document(2)])
        assert writer.rebuild([make_document(2)]) == 1
        assert ids(writer) == {2}


def test_only_one_process_at_a_time_writes(engine, engine_name, directory):
    with pytest.raises(IndexBusyError, match="另一进程"):
        open_engine(engine_name, directory, write=True)


def test_a_reader_cannot_write(engine_name, directory):
    with open_engine(engine_name, directory) as reader, pytest.raises(ReadOnlyIndexError):
        reader.add([make_document(1)])


def test_an_unknown_engine_is_named(directory):
    with pytest.raises(ValueError, match="没有名为“lucene”"):
        open_engine("lucene", directory)


def test_searches_of_many_threads_during_commits_all_answer(engine_name, directory):
    with (
        open_engine(engine_name, directory, write=True) as writer,
        open_engine(engine_name, directory) as reader,
    ):
        writer.add([make_document(0)])
        totals: list[list[int]] = [[] for _ in range(4)]
        stop = threading.Event()

        def read(into):
            while not stop.is_set():
                into.append(reader.search(SearchRequest(parse("借款").tree)).total)

        threads = [threading.Thread(target=read, args=(into,)) for into in totals]
        for thread in threads:
            thread.start()
        for number in range(1, 8):
            writer.add([make_document(number)])
        writer.rebuild([make_document(number) for number in range(8)])
        stop.set()
        for thread in threads:
            thread.join()
    for seen in totals:
        assert seen == sorted(seen)
        assert seen[0] >= 1


def _process(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    )


READER = """
import sys, pathlib
from judgments.search.engines import open_engine
from judgments.search.engines.base import SearchRequest
from judgments.search.tree import Everything
reader = open_engine(sys.argv[1], pathlib.Path(sys.argv[2]))
for _ in sys.stdin:
    print(reader.search(SearchRequest(Everything())).total, flush=True)
"""


def test_a_reader_in_another_process_sees_commits_removals_and_rebuilds(engine, engine_name, directory):
    with _process(READER, engine_name, str(directory)) as other:

        def total() -> int:
            other.stdin.write("?\n")
            other.stdin.flush()
            return int(other.stdout.readline())

        assert total() == 0
        engine.add([make_document(1), make_document(2)])
        assert total() == 2
        engine.remove([2])
        assert total() == 1
        engine.rebuild([make_document(number) for number in range(4)])
        assert total() == 4
        other.stdin.close()


WRITER = """
import sys, pathlib
from judgments.search.engines import open_engine
from tests.judgments.search.factories import make_document
writer = open_engine(sys.argv[1], pathlib.Path(sys.argv[2]), write=True)
for batch in range(10_000):
    print(batch, flush=True)
    writer.add([make_document(batch * 10 + number) for number in range(10)])
"""


@pytest.mark.parametrize("until", [1, 3, 6])
def test_a_writer_killed_during_a_commit_leaves_the_state_before_or_after_it(engine_name, directory, until):
    with _process(WRITER, engine_name, str(directory)) as other:
        while int(other.stdout.readline()) < until:
            pass
        os.kill(other.pid, signal.SIGKILL)
        announced = [int(line) for line in other.stdout]
    started = max([until, *announced]) + 1
    before_or_after = {(started - 1) * 10, started * 10}
    with open_engine(engine_name, directory) as reader:
        assert reader.search(ALL).total in before_or_after
    with open_engine(engine_name, directory, write=True) as writer:
        total = writer.search(ALL).total
        assert total in before_or_after
        writer.add([make_document(999_999)])
        assert writer.search(ALL).total == total + 1
