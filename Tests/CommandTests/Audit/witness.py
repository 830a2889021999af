"""A witness as C2SP's tlog-witness has it: cosigns a checkpoint that continues what it was shown before.

witness.py DIR NAME: writes DIR/verifier and DIR/port, then serves; each request is kept as DIR/request-N."""
import base64, hashlib, http.server, os, subprocess, sys, time

folder, name = sys.argv[1:]
key = folder + "/witness.pem"
subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
der = subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"], check=True,
                     capture_output=True).stdout
public = b"\x04" + der[-32:]
ident = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
seen, count = {}, 0


def cosign(text):
    moment = int(time.time())
    with open(folder + "/message", "wb") as file:
        file.write(f"cosignature/v1\ntime {moment}\n".encode() + text)
    signature = subprocess.run(
        ["openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", folder + "/message"],
        check=True, capture_output=True).stdout
    blob = base64.b64encode(ident + moment.to_bytes(8, "big") + signature).decode()
    return f"\u2014 {name} {blob}\n".encode()


class Witness(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global count
        body = self.rfile.read(int(self.headers["Content-Length"]))
        count += 1
        with open(f"{folder}/request-{count}", "wb") as file:
            file.write(body)
        head, note = body.split(b"\n\n", 1)
        old = int(head.split(b"\n")[0].split(b" ")[1])
        text = note.split(b"\n\n", 1)[0] + b"\n"
        origin, size = text.split(b"\n")[:2]
        if old != seen.get(origin, 0):
            answer, status = f"{seen.get(origin, 0)}\n".encode(), 409
        else:
            seen[origin], answer, status = int(size), cosign(text), 200
        self.send_response(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


with open(folder + "/verifier", "w") as file:
    file.write(f"{name}+{ident.hex()}+{base64.b64encode(public).decode()}\n")
server = http.server.HTTPServer(("127.0.0.1", 0), Witness)
with open(folder + "/port.new", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(folder + "/port.new", folder + "/port")
server.serve_forever()
