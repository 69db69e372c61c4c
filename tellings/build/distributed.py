"""Annotation on a Dask cluster: batches of articles go out, their tables come back and are kept here.

A worker that is lost loses its batches only, which others then annotate; what has come back is kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from tellings import schema
from tellings.annotation.parsing import model_name
from tellings.errors import ClusterError, first_line
from tellings.folder import versions

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
"""The address of a cluster that is made for this build, of this machine's cores."""
SECONDS = 20
"""So long a cluster may take to answer."""
RETRIES = 3
"""So often a batch is given to another worker after one was lost with it."""


def made_by(model: str | None) -> str:
    """What the tables hang on: the model, the rules and the form of the tables."""
    return f"{model_name(model)} {versions.annotation()} {schema.fingerprint()}"


@contextmanager
def cluster(address: str, workers: int, model: str | None) -> Iterator[tuple[Executor, int]]:
    """A cluster to annotate on.

    Args:
        address: of its scheduler, as "tcp://host:8786"; "local" makes one here.
        workers: processes of a local one; 1 takes as many as there are cores.
        model: what every worker must have, in the same version, with the same rules.

    Yields:
        What takes tasks, and on how many it works at once.

    Raises:
        ClusterError: there is no such cluster, it has other rules than this program, or it went away.
    """
    try:
        import distributed
    except ImportError:
        raise ClusterError(
            "Annotating on a Dask cluster needs two packages more: pip install 'tellings[dask]', or "
            "pip install distributed fsspec."
        ) from None
    with ExitStack() as stack:
        try:
            scheduler: Any = address
            if address == LOCAL:
                cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
                count = workers if workers > 1 else cores or 1
                scheduler = stack.enter_context(
                    distributed.LocalCluster(
                        n_workers=count, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0
                    )
                )
            client = stack.enter_context(distributed.Client(scheduler, timeout=SECONDS, set_as_default=False))
            _check(client, address, model)
        except (OSError, ValueError, TypeError) as err:
            raise ClusterError(
                f"There is no Dask cluster at {address} ({first_line(err)}). Give its scheduler's address, such as "
                "tcp://192.0.2.1:8786, or --dask local."
            ) from err
        try:
            yield client.get_executor(retries=RETRIES, pure=False), sum(client.nthreads().values())
        except (CancelledError, OSError, distributed.KilledWorker) as err:
            raise ClusterError(
                f"The cluster at {address} went away, or lost several workers with one batch ({first_line(err)}). "
                "What it had annotated is kept: call the same command again."
            ) from err


def _check(client: Client, address: str, model: str | None) -> None:
    """Have all workers the same model and rules as this program?"""
    client.wait_for_workers(1, timeout=SECONDS)
    own, theirs = made_by(model), client.run(made_by, model, on_error="return")
    for worker, said in theirs.items():
        if said != own:
            told = first_line(said) if isinstance(said, BaseException) else said
            raise ClusterError(
                f"The worker {worker} of {address} has not the same Tellings as this program ({told}; here {own}). "
                "Install the same version with the same model on all workers."
            )
