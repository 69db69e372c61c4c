"""Install Tellings and open it, or test it. Needs Python 3.11 or later and nothing else; safe to run again.

python start.py                open the app in the browser (options go to Streamlit: --server.port 8600)
python start.py --share        the same, for everybody on this network: for a class on one Wi-Fi
python start.py test           run all tests, the browser's too, on all cores (options go to pytest: -k map, -n 0)
python start.py install        only install

What it installs goes to the folder .venv beside this file; delete the folder to start afresh.
"""

import hashlib
import itertools
import os
import socket
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
SHARE = "--share"
WARNING = """Tellings is open to everybody on this network, until you stop it with Ctrl+C:
- They see every corpus that the app lists. There is no password, and what is sent can be read along the way.
- What they correct stays in their own window, and so does what you correct.
- The app answers at this address and at no other. A network of strangers is no place for it.
"""
# Each worker takes whole files, the longest first, as tests/conftest.py puts them.
PARALLEL = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart=0"]


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


def run(arguments, **variables):
    """Run the environment's Python in the project's folder, with these variables; its exit code."""
    command = [str(PYTHON), *arguments]
    try:
        return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode
    except KeyboardInterrupt:
        return 130


def open_app(options):
    """Serve the app until it is interrupted, and open it in the browser as soon as it answers."""
    port = given(options, "--server.port") or os.environ.get("STREAMLIT_SERVER_PORT") or "8501"
    headless = given(options, "--server.headless") or os.environ.get("STREAMLIT_SERVER_HEADLESS", "")
    host, variables = "127.0.0.1", {}
    if SHARE in options:
        host = given(options, "--server.address") or address_here()
        if not host:
            return refuse("This machine is on no network; without --share the app opens for you alone.")
        options = [option for option in options if option != SHARE]
        options += [] if given(options, "--server.address") else ["--server.address", host]
        variables = shared(f"{host}:{port}")
        print(WARNING, flush=True)
    address = f"http://{host}:{port}/"
    print(f"Tellings opens at {address} (stop it with Ctrl+C)", flush=True)
    if variables:
        run(["-m", "segno.cli", "--compact", address], PYTHONUTF8="1")
    if headless.lower() not in ("true", "1"):
        threading.Thread(target=show, args=(address,), daemon=True).start()
    return run(["-m", "streamlit", "run", "app.py", *options], **variables)


def shared(host):
    """The settings of an app that others open: it answers to one name, and keeps nobody's corrections."""
    corrections = "off" if os.environ.get("TELLINGS_CORRECTIONS") == "off" else "session"
    return {"TELLINGS_HOSTS": host, "TELLINGS_CORRECTIONS": corrections}


def address_here():
    """This machine's address on the network that it would send by; nothing is sent. None where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for examples (RFC 5737)
        except OSError:
            return None
        found = probe.getsockname()[0]
    return None if found.startswith("127.") or found == "0.0.0.0" else found


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
