"""A PostgreSQL server for trials, on this machine alone."""

import os
import pathlib
import shutil
import socket
import subprocess


class Cluster:
    """A PostgreSQL server by socket (trusted: the machine's administrator) and by port (passwords)."""

    def __init__(self, folder):
        self.folder = folder
        self.bin = max(pathlib.Path("/usr/lib/postgresql").iterdir(), key=lambda p: float(p.name)) / "bin"
        self.port = free_port()
        # PostgreSQL refuses root.
        self.as_who = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
        if self.as_who:
            shutil.chown(folder, "postgres", "postgres")
        self.run("initdb", "-A", "trust", "-U", "postgres", "-D", f"{folder}/data", "--locale=C.UTF-8", "-N")
        (folder / "data/pg_hba.conf").write_text(
            "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
        with open(folder / "data/postgresql.conf", "a") as settings:
            settings.write(f"port = {self.port}\nunix_socket_directories = '{folder}'\n"
                           "listen_addresses = '127.0.0.1'\nfsync = off\nmax_connections = 60\n")
        self.start()

    def run(self, program, *words, check=True):
        return subprocess.run(self.as_who + [str(self.bin / program), *words], check=check, cwd="/",
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def start(self):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/server.log", "-w", "start")

    def stop(self, mode="fast"):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", mode, "-w", "stop", check=False)

    def sql(self, text, user="postgres", database="pdca"):
        done = subprocess.run(
            ["psql", "-X", "-q", "-At", "-h", str(self.folder), "-p", str(self.port), "-U", user, "-d", database,
             "-v", "ON_ERROR_STOP=1", "-c", text], capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else f"ERROR {done.stderr.strip()}"

    def address(self, user, by_port=False):
        if by_port:
            return f"postgresql://{user}@127.0.0.1:{self.port}/pdca"
        return f"postgresql://{user}@/pdca?host={self.folder}&port={self.port}"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
