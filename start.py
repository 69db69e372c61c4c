"""Install Tellings and open it, or test it. Needs Python 3.11 or later and nothing else; safe to run again.

python start.py                open the app in the browser (options go to Streamlit: --server.port 8600)
python start.py test           run all tests, the browser's too, on all cores (options go to pytest: -k map, -n 0)
python start.py install        only install

What it installs goes to the folder .venv beside this file; delete the folder to start afresh.
"""

import hashlib
import itertools
import os
import subprocess
import sys
import threading
import time
import urllib.request
import venv
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"
NEEDED = (3, 11)
# Each worker takes whole files, the longest first, as tests/conftest.py puts them.
PARALLEL = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]


def main(arguments):
    """Do what the first argument says and return the exit code."""
    if sys.version_info < NEEDED:
        version = ".".join(map(str, sys.version_info[:3]))
        return refuse(f"Tellings needs Python 3.11 or later; this is {version}. Get one from python.org.")
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        print(__doc__)
        return 0
    os.chdir(ROOT)
    what = arguments[0] if arguments and not arguments[0].startswith("-") else "app"
    rest = arguments[1:] if arguments and what == arguments[0] else arguments
    if what == "app":
        return install("requirements.txt") or open_app(rest)
    if what == "install":
        return install("requirements.txt")
    if what == "test":
        return install("requirements-dev.txt") or test(rest)
    print(__doc__)
    return refuse(f"There is no {what!r}; it may be app, test or install.", 2)


def install(requirements):
    """Make the environment and install what is pinned, unless that has been done; the exit code."""
    digest = digest_of(requirements)
    if works() and STAMP.exists() and digest in STAMP.read_text().split():
        return 0
    if not works():
        print(f"Making the environment in {VENV} …", flush=True)
        try:
            venv.EnvBuilder(clear=True, with_pip=True).create(VENV)
        except (subprocess.CalledProcessError, OSError) as error:
            hint = "On Debian and Ubuntu, install python3-venv first: sudo apt-get install python3-venv."
            return refuse(f"The environment could not be made ({error}). {hint}")
    print(f"Installing what {requirements} names; the first time takes some minutes …", flush=True)
    pip = [
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--quiet",
        "--only-binary",
        ":all:",
    ]
    code = run([*pip, "--require-hashes", "-r", requirements])
    if code:
        return refuse(
            "The packages could not be installed: see pip's message above. The network is needed for this, once."
        )
    # What the tests need holds what the app needs.
    STAMP.write_text("\n".join({digest, digest_of("requirements.txt")}) + "\n")
    return 0


def digest_of(requirements):
    """What tells one version of a file of pins from another, whatever its line ends."""
    return hashlib.sha256((ROOT / requirements).read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def works():
    """Is there an environment, and does its Python still start?"""
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True, check=False).returncode == 0


def run(arguments):
    """Run the environment's Python in the project's folder; its exit code."""
    try:
        return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def open_app(options):
    """Serve the app until it is interrupted, and open it in the browser as soon as it answers."""
    port = given(options, "--server.port") or os.environ.get("STREAMLIT_SERVER_PORT") or "8501"
    headless = given(options, "--server.headless") or os.environ.get("STREAMLIT_SERVER_HEADLESS", "")
    address = f"http://127.0.0.1:{port}/"
    print(f"Tellings opens at {address} (stop it with Ctrl+C)", flush=True)
    if headless.lower() not in ("true", "1"):
        threading.Thread(target=show, args=(address,), daemon=True).start()
    return run(["-m", "streamlit", "run", "app.py", *options])


def given(options, name):
    """The value of an option, written with a space or with an equals sign."""
    for option, following in itertools.pairwise([*options, ""]):
        if option == name:
            return following
        if option.startswith(name + "="):
            return option.split("=", 1)[1]
    return None


def show(address):
    """Wait for the server, then open the browser."""
    for _ in range(240):
        time.sleep(0.25)
        try:
            with urllib.request.urlopen(address + "_stcore/health", timeout=1):
                break
        except OSError:
            continue
    else:
        return
    webbrowser.open(address)


def test(options):
    """Find a browser, then run the tests on all cores; the exit code. What the options say wins."""
    return run(["-m", "tests.browser.chromium"]) or run(["-m", "pytest", *PARALLEL, *options])


def refuse(why, code=1):
    """Say why it does not go on; the exit code."""
    print(why, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
