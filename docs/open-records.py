#!/usr/bin/env python3
"""Takes every encrypted record out of a Lantai store, without Lantai:

    open-records.py STORAGE-ROOT KEY-ENCRYPTION-FILE ITEM-KEYS-FOLDER OUTPUT-FOLDER

Knows nothing but the OCFL 1.1 specification and docs/preservation-layout.md; needs Python 3 and the program openssl (3.0 or newer).
Every tag is checked before anything is written, and every file is compared with the SHA-256 it had when it came in. Prints one JSON
line for each record; ends with 1 when one does not open.
"""
import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import uuid

ALGORITHMS = {1: ("AES-256-GCM", "-aes-256-", 32, "sha256"), 2: ("SM4-GCM", "-sm4-", 16, "sm3")}


def openssl(cipher, key, iv, data):
    command = ["openssl", "enc", cipher, "-K", key.hex(), "-nopad"] + (["-iv", iv.hex()] if iv else [])
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def table(h):
    """For each of the 16 bytes of a block and each value of it: its product with h in GF(2^128)."""
    powers = []
    for _ in range(128):
        powers.append(h)
        h = (h >> 1) ^ (0xE1 << 120 if h & 1 else 0)
    rows = []
    for byte in range(16):
        row = [0] * 256
        for value in range(1, 256):
            low = value & -value
            row[value] = row[value ^ low] ^ powers[byte * 8 + 8 - low.bit_length()]
        rows.append(row)
    return rows


class Gcm:
    """NIST SP 800-38D for one key, out of the plain cipher."""

    def __init__(self, cipher, key):
        self.cipher, self.key = cipher, key
        self.rows = table(int.from_bytes(openssl(cipher + "ecb", key, b"", bytes(16)), "big"))

    def hash(self, beside, sealed):
        state = 0
        pad = lambda data: data + bytes(-len(data) % 16)
        blocks = pad(beside) + pad(sealed) + (len(beside) * 8).to_bytes(8, "big") + (len(sealed) * 8).to_bytes(8, "big")
        for at in range(0, len(blocks), 16):
            mixed = (state ^ int.from_bytes(blocks[at:at + 16], "big")).to_bytes(16, "big")
            state = 0
            for row, value in zip(self.rows, mixed):
                state ^= row[value]
        return state.to_bytes(16, "big")

    def open(self, nonce, beside, data):
        sealed, tag = data[:-16], data[-16:]
        stream = openssl(self.cipher + "ctr", self.key, nonce + b"\0\0\0\1", bytes(16) + sealed)
        if len(data) < 16 or not hmac.compare_digest(tag, bytes(a ^ b for a, b in zip(stream[:16], self.hash(beside, sealed)))):
            raise ValueError("altered, or another key")
        return stream[16:]


def derive(key, salt, use, length, digest):
    root = hmac.new(salt, key, digest).digest()
    return hmac.new(root, use + b"\1", digest).digest()[:length]


def item_key(wrapping, folder, object_id):
    name = hashlib.sha256(object_id.encode()).hexdigest()
    with open(os.path.join(folder, name[:2], name + ".json"), encoding="utf-8") as file:
        wrapped = json.load(file)
    cipher = {name: cipher for name, cipher, _, _ in ALGORITHMS.values()}[wrapped["algorithm"]]
    beside = "\n".join(["lantai-item-key-1", object_id, wrapped["key"], wrapped["algorithm"]]).encode()
    kek = base64.b64decode(wrapping["%d.%s" % (wrapped["kek"], wrapped["algorithm"])])
    data = base64.b64decode(wrapped["wrapped"])
    return wrapped["key"], Gcm(cipher, kek).open(base64.b64decode(wrapped["nonce"]), beside, data)


def open_file(path, object_id, name, key_id, key):
    with open(path, "rb") as file:
        data = file.read()
    header = data[:68]
    if header[:8] != b"LANTAI\0\1" or str(uuid.UUID(bytes=header[12:28])) != key_id:
        raise ValueError("not a file of this record")
    _, cipher, length, digest = ALGORITHMS[header[8]]
    gcm = Gcm(cipher, derive(key, header[28:60], header + object_id.encode() + b"\0" + name.encode(), length, digest))
    nonce = lambda number, kind: header[60:67] + number.to_bytes(4, "big") + bytes([kind])
    at = 68 + int.from_bytes(header[10:12], "big") + 16
    about = json.loads(gcm.open(nonce(0, 2), b"", data[68:at]))
    step, number, plain = (1 << header[9]) + 16, 0, []
    while not number or at < len(data):
        number += 1
        plain.append(gcm.open(nonce(number, 1 if at + step >= len(data) else 0), b"", data[at:at + step]))
        at += step
    return about, b"".join(plain)


def take(folder, wrapping, keys, output):
    with open(os.path.join(folder, "inventory.json"), encoding="utf-8") as file:
        inventory = json.load(file)
    state = inventory["versions"][inventory["head"]]["state"]
    files = {path: os.path.join(folder, inventory["manifest"][digest][0]) for digest, paths in state.items() for path in paths}
    if "encryption.json" not in files:
        return True
    with open(files.pop("encryption.json"), encoding="utf-8") as file:
        mark = json.load(file)
    closed = []
    for name, path in sorted(files.items()):
        try:
            about, plain = open_file(path, inventory["id"], name, *item_key(wrapping, keys, inventory["id"]))
            if hashlib.sha256(plain).hexdigest() != about["sha256"]:
                raise ValueError("not the file that came in")
        except (OSError, ValueError, KeyError) as failure:
            closed.append("%s: %s" % (name, failure))
            continue
        target = os.path.join(output, mark["referenceCode"].replace("/", "-"), about["path"])
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(plain)
    print(json.dumps({"object": inventory["id"], "record": mark["referenceCode"], "files": len(files), "closed": closed}))
    return not closed


def main(root, kek, keys, output):
    with open(kek, encoding="utf-8") as file:
        wrapping = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
    whole = True
    for folder, folders, files in os.walk(root):
        if any(name.startswith("0=ocfl_object_") for name in files):
            folders.clear()
            whole = take(folder, wrapping, keys, output) and whole
    return 0 if whole else 1


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
