"""A browser test that fails is run once more. One that passes then is unsteady: the end of the run names it and shows
what failed. It counts as broken and is to be mended; with `--unsteady-fails` the run fails, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

UNSTEADY = "unsteady"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that makes a run with unsteady tests fail."""
    parser.addoption(
        "--unsteady-fails", action="store_true", help="fail where a browser test passed at the second try"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a browser test, and once more where it fails."""
    if item.get_closest_marker("browser") is None or item.config.getoption("usepdb"):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    failed = [report.longreprtext for report in reports if report.failed]
    if failed:
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
        if not any(report.failed for report in reports):
            setattr(reports[1], UNSTEADY, "\n".join(failed))
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """Count a test that passed at its second try as unsteady."""
    return (UNSTEADY, "U", UNSTEADY.upper()) if hasattr(report, UNSTEADY) else None


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Name the unsteady tests and show why they failed at first."""
    reports = terminalreporter.stats.get(UNSTEADY, [])
    if reports:
        terminalreporter.section("unsteady: failed, and passed when run once more; they are to be mended")
    for report in reports:
        terminalreporter.line(getattr(report, UNSTEADY))
        terminalreporter.line(f"UNSTEADY {report.nodeid}", yellow=True, bold=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a run that passed but for unsteady tests, where that is asked for."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    unsteady = terminal and terminal.stats.get(UNSTEADY)
    if exitstatus == pytest.ExitCode.OK and unsteady and session.config.getoption("unsteady_fails"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
