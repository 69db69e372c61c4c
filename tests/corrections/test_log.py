from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings import corrections
from tellings.errors import CorrectionError
from tellings.folder import descriptor, ours
from tests.corpora import write
from tests.corrections.small import KIM, LEE, PARIS, WE_AGREE, span

DEAD = corrections.Question("topic:number:gazette:0-3", span("gazette", "Kim"))
SOME = (
    corrections.new("merge", KIM, LEE, "they are one"),
    corrections.new(
        "split",
        KIM,
        corrections.Part(
            (span("gazette", "Kim"),), form="Kim", doc_id="post", name="Kim the Younger", type="person"
        ),
    ),
    corrections.new("rename", corrections.Entity("person:kim"), "Kím «the» 金"),
    corrections.new("retype", KIM, "organisation"),
    corrections.new("retype", span("gazette", "Kim"), "organisation"),
    corrections.new("reject", span("gazette", "Kim")),
    corrections.new("reject", WE_AGREE, corrections.QUOTATION),
    corrections.new("accept", span("gazette", "Kim")),
    corrections.new("accept", WE_AGREE, corrections.QUOTATION),
    corrections.new("relink", span("gazette", "Kim"), corrections.NewEntity("Kim the Elder", "person")),
    corrections.new("relink", span("gazette", "Kim"), None),
    corrections.new(
        "attribute",
        WE_AGREE,
        corrections.Speakers(
            (corrections.Speaker(LEE, span("gazette", "Lee")), corrections.Speaker(None)), anonymous=True
        ),
    ),
    corrections.new("attribute", WE_AGREE, corrections.Speakers()),
    corrections.new("rekind", WE_AGREE, "mixed"),
    corrections.new("respan", WE_AGREE, (span("gazette", "We"), span("gazette", "agree"))),
    corrections.new(
        "relocate",
        PARIS,
        corrections.Place("Paris", "city", lat=33.66, lon=-95.55, country_code="US", admin1_code="US-TX"),
    ),
    corrections.new("relocate", PARIS, corrections.Place("Paris", "city", place_id="gn:4717560")),
    corrections.new("relocate", span("gazette", "Paris"), corrections.Use("metonymic", "gn:9")),
    corrections.new("relocate", PARIS, None),
    corrections.new("shorten", "gazette", "The Gazette"),
    corrections.new("confirm", DEAD),
    corrections.new("dismiss", DEAD),
    corrections.new("retitle", DEAD, "How many died?"),
    corrections.new("verdict", DEAD, "agree"),
    corrections.new("join", DEAD, corrections.Question("topic:number:post:0-3", span("post", "Kim"))),
    corrections.new("part", DEAD, corrections.Answers((span("gazette", "Kim"), span("post", "Lee")))),
    corrections.new("undo", "c1"),
    corrections.new("redo", "c1"),
)


@pytest.mark.parametrize("line", SOME, ids=lambda line: line.action)
def test_a_line_is_read_as_it_was_written(line: corrections.Correction) -> None:
    assert corrections.loads(corrections.export([line])) == corrections.Log([line])
    assert "\n" not in corrections.dump(line)


def test_every_action_is_tried() -> None:
    assert {line.action for line in SOME} == set(corrections.ACTIONS)


def test_ids_are_new_and_times_are_utc() -> None:
    lines = [corrections.new("reject", WE_AGREE) for _ in range(1000)]
    assert len({line.id for line in lines}) == 1000
    assert all(line.at.endswith("Z") for line in lines)


def test_no_file_is_an_empty_log(tmp_path: Path) -> None:
    assert corrections.read(tmp_path / "corrections.jsonl") == corrections.Log()


def test_damaged_lines_are_named_and_left_out_and_the_rest_holds() -> None:
    good = corrections.export(SOME).splitlines()
    record = json.loads(good[0])
    bad = {
        2: b'{"id": "c1", "at": "2025',
        4: b"\xff\xfe not text",
        6: b"[1, 2]",
        8: json.dumps({**record, "id": "x1", "action": "explode"}).encode(),
        10: json.dumps({**record, "id": "x2", "at": "yesterday"}).encode(),
        12: json.dumps({**record, "id": "x3", "at": "2025-05-16T12:00:00+03:00"}).encode(),
        14: json.dumps({**record, "id": "x4", "target": {"entity": "a", "span": ["d", 5, 3, "ab"]}}).encode(),
        16: json.dumps({**record, "id": "x5", "value": {"entity": "\ud800"}}).encode(),
        18: json.dumps({**record, "why": "another line of this id"}).encode(),
        20: b"[" * 100_000,
        22: next(line for line in good if b"33.66" in line).replace(b"33.66", b"NaN"),
        24: json.dumps({**record, "id": ""}).encode(),
    }
    lines = list(good)
    for number, line in bad.items():
        lines.insert(number - 1, line)
    log = corrections.loads(b"\n".join(lines))
    assert log.lines == list(SOME)
    assert [problem.line for problem in log.problems] == list(bad)
    assert str(log.problems[0]).startswith("line 2: it is not JSON")
    assert all(problem.reason for problem in log.problems)


@given(st.binary())
def test_no_bytes_break_reading(data: bytes) -> None:
    log = corrections.loads(data)
    assert log.lines == []
    assert len(log.problems) <= data.count(b"\n") + 1


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda x: st.lists(x) | st.dictionaries(st.text(), x),
)


@given(st.sampled_from(SOME), st.sampled_from(("id", "at", "action", "target", "value", "why")), _JSON)
def test_any_value_in_any_field_is_read_or_refused_with_a_reason(
    line: corrections.Correction, name: str, value: object
) -> None:
    record = {**json.loads(corrections.dump(line)), name: value}
    line_of_json = json.dumps(record).encode("utf-8")
    log = corrections.loads(line_of_json)
    assert len(log.lines) + len(log.problems) == 1
    assert corrections.loads(corrections.export(log.lines)).lines == log.lines
    assert all(problem.reason for problem in log.problems)


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    assert corrections.loads(
        b"\xef\xbb\xbf" + corrections.export(SOME).replace(b"\n", b"\r\n")
    ) == corrections.Log(list(SOME))


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "corrections.jsonl"
    corrections.append(path, SOME[0])
    path.write_bytes(path.read_bytes()[:-20])
    corrections.append(path, SOME[1], SOME[2])
    log = corrections.read(path)
    assert log.lines == [SOME[1], SOME[2]]
    assert [problem.line for problem in log.problems] == [1]


def test_a_line_whose_end_only_is_missing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "corrections.jsonl"
    corrections.append(path, SOME[0])
    path.write_bytes(path.read_bytes()[:-1])
    assert corrections.read(path).lines == [SOME[0]]
    corrections.append(path, SOME[1])
    assert corrections.read(path) == corrections.Log([SOME[0], SOME[1]])


_WRITER = """
import sys
import time
from pathlib import Path
from tellings import corrections
for i in range(int(sys.argv[3])):
    line = corrections.new("rename", corrections.Entity("person:kim"), f"{sys.argv[2]} {i}")
    corrections.append(Path(sys.argv[1]), line)
"""


def test_processes_that_append_at_once_lose_nothing_and_neither_does_a_build(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus")
    path = corpus / ours.CORRECTIONS
    command = [sys.executable, "-c", _WRITER, str(path)]
    writers = [subprocess.Popen([*command, name, "15"]) for name in ("first", "second")]
    while any(writer.poll() is None for writer in writers):
        write(corpus)
        time.sleep(0.2)  # between two builds
    assert [writer.wait() for writer in writers] == [0, 0]
    log = corrections.read(path)
    assert log.problems == []
    names = [str(line.value).split() for line in log.lines]
    for name in ("first", "second"):
        assert [int(n) for who, n in names if who == name] == list(range(15))


def test_an_exchange_that_was_killed_is_completed_before_a_line_is_written(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus")
    corrections.append(corpus / ours.CORRECTIONS, SOME[0])
    corpus.rename(ours.fresh_name(corpus).with_suffix(".old"))
    corrections.append(corpus / ours.CORRECTIONS, SOME[1])
    assert corrections.read(corpus / ours.CORRECTIONS).lines == [SOME[0], SOME[1]]
    assert (corpus / descriptor.DESCRIPTOR).is_file()


def test_a_log_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("a file stands where the folder should be")
    with pytest.raises(CorrectionError, match="cannot be written"):
        corrections.append(tmp_path / "corpus" / "corrections.jsonl", SOME[0])


def test_a_log_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").mkdir()
    with pytest.raises(CorrectionError, match="cannot be read"):
        corrections.read(tmp_path / "corrections.jsonl")


def test_a_line_that_is_written_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "corrections.jsonl"
    corrections.append(path, SOME[0], SOME[1])
    corrections.append(path, SOME[1], SOME[2], SOME[2], SOME[3])
    assert corrections.read(path).lines == list(SOME[:4])
    assert not corrections.read(path).problems


def test_a_damaged_line_of_a_file_is_named_with_it(tmp_path: Path) -> None:
    path = tmp_path / "elm" / "corrections.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"\n{\n")
    (problem,) = corrections.read(path).problems
    assert str(problem) == f"{path}, line 2: it is not JSON; it may have been cut off"
