"""Runs a server between a host and a file: tee.py FILE COMMAND... Each line goes on as it came, and into the file."""

import json
import subprocess
import sys
import threading

server = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
lock = threading.Lock()


def carry(source, target, side):
    with open(sys.argv[1], "a", encoding="utf-8") as kept:
        for line in source:
            with lock:
                kept.write(json.dumps({"from": side, "line": line.decode("utf-8", "surrogateescape")}) + "\n")
                kept.flush()
            target.write(line)
            target.flush()
    target.close()


down = threading.Thread(target=carry, args=(sys.stdin.buffer, server.stdin, "host"), daemon=True)
down.start()
carry(server.stdout, sys.stdout.buffer, "server")
sys.exit(server.wait())
