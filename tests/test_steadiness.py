"""A browser test that fails is run once more, and is named where it passes then."""

from __future__ import annotations

import pytest

PLUGINS = ("-p", "tests.steadiness", "-p", "no:cacheprovider")
TESTS = """
    import pytest

    tries = {"twice": 0, "never": 0, "plain": 0}

    @pytest.fixture
    def end():
        yield
        assert tries["twice"] != 1, "at the end of the first try"

    @pytest.mark.browser
    def test_twice(end):
        tries["twice"] += 1

    @pytest.mark.browser
    def test_never():
        tries["never"] += 1
        assert tries["never"] == 0

    def test_plain():
        tries["plain"] += 1
        assert tries["plain"] == 2

    @pytest.mark.browser
    def test_steady():
        assert tries == {"twice": 2, "never": 2, "plain": 1}
"""


@pytest.fixture
def outcome(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeini("[pytest]\nmarkers = browser: one\n")
    pytester.makepyfile(TESTS)
    return pytester


def test_it_is_named_with_what_failed_and_other_tests_are_run_once(outcome: pytest.Pytester) -> None:
    done = outcome.runpytest_inprocess(*PLUGINS)
    done.assert_outcomes(failed=2, passed=1)
    done.stdout.fnmatch_lines(
        ["*unsteady: failed*", "*at the end of the first try*", "UNSTEADY *::test_twice"]
    )
    done.stdout.no_fnmatch_line("UNSTEADY *::test_steady")


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--unsteady-fails",), 1)])
def test_it_fails_the_run_where_that_is_asked_for(
    outcome: pytest.Pytester, options: tuple[str, ...], code: int
) -> None:
    assert outcome.runpytest_inprocess(*PLUGINS, *options, "-k", "twice").ret == code
