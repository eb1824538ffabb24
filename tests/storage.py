"""A real S3-like server in this process, which answers one question at a time."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def served() -> Iterator[Callable[[str], str]]:
    """Makes a bucket and gives its address; credentials and endpoint are in the environment only."""
    import boto3  # noqa: PLC0415  heavy
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: PLC0415  same
    from werkzeug.serving import make_server  # noqa: PLC0415  same

    application, one_at_a_time = DomainDispatcherApplication(create_backend_app), threading.Lock()

    def answered(environ: Any, start: Any) -> list[bytes]:  # noqa: ANN401  WSGI
        with one_at_a_time:  # this server checks a condition and then writes; the storage it stands for does both at once
            return list(application(environ, start))

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, answered, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "testing")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "very-secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.port}")
        client = boto3.client("s3")

        def bucket(name: str) -> str:
            client.create_bucket(Bucket=name)
            return f"s3://{name}"

        yield bucket
    server.shutdown()
    thread.join()
    server.server_close()
