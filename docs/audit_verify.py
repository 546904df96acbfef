#!/usr/bin/env python3
"""Checks what the audit trail of a Lantai archive has sworn to, with its public key alone.

    audit_verify.py KEY.pem heads FOLDER            every exported head, and that none is missing between them
    audit_verify.py KEY.pem inclusion PROOF.json    that an entry is under a head
    audit_verify.py KEY.pem consistency PROOF.json  that one head goes on from another

Needs Python 3.8 and OpenSSL 3 (for SM2). Exit code 0 only when all fits. Shares no code with Lantai; the format is in audit.md.
"""
import base64, hashlib, json, pathlib, re, struct, subprocess, sys, tempfile

FIELDS = ["size", "root", "time", "chain-sm3", "chain-sha256", "before", "key"]


class Wrong(Exception):
    pass


def head(text, key):
    signed, _, tail = text.partition("\n\n")
    signed += "\n"
    lines = signed.splitlines()
    if lines[0] != "lantai-audit-head/1" or [l.split(" ")[0] for l in lines[1:]] != FIELDS:
        raise Wrong("no head")
    match = re.fullmatch(r"signature ([A-Za-z0-9+/=]+)\n", tail)
    if not match:
        raise Wrong("no signature")
    with tempfile.TemporaryDirectory() as folder:
        body, signature = pathlib.Path(folder, "body"), pathlib.Path(folder, "signature")
        body.write_bytes(signed.encode())
        signature.write_bytes(base64.b64decode(match[1]))
        done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-digest", "sm3",
            "-pkeyopt", "distid:1234567812345678", "-in", str(body), "-sigfile", str(signature)], capture_output=True)
    if done.returncode != 0:
        raise Wrong("the signature is not right: " + (done.stdout + done.stderr).decode().strip())
    found = dict(l.split(" ", 1) for l in lines[1:])
    return int(found["size"]), bytes.fromhex(found["root"]), found


def sha(data):
    return hashlib.sha256(data).digest()


def node(left, right):
    return sha(b"\x01" + left + right)


def included(leaf, index, size, path):
    """RFC 9162, section 2.1.3.2: the root that a leaf and its path lead to."""
    if not 0 <= index < size:
        raise Wrong("the index lies outside the tree")
    place, last, root = index, size - 1, leaf
    for step in path:
        if last == 0:
            raise Wrong("the path is too long")
        if place & 1 or place == last:
            root = node(step, root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            root = node(root, step)
        place, last = place >> 1, last >> 1
    if last:
        raise Wrong("the path is too short")
    return root


def consistent(first, first_root, second, second_root, path):
    """RFC 9162, section 2.1.4.2."""
    if not 0 < first <= second:
        raise Wrong("the heads stand the wrong way round")
    if first == second:
        return not path and first_root == second_root
    if first & (first - 1) == 0:
        path = [first_root] + path
    if not path:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node(step, old), node(step, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node(new, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


def entry(data):
    """The fields of an entry's canonical bytes, and nothing beside them."""
    number, micros, machine = struct.unpack(">qq?", data[:17])
    texts, rest = [], data[17:]
    for _ in range(6):
        length, = struct.unpack(">i", rest[:4])
        texts.append(rest[4:4 + length].decode())
        rest = rest[4 + length:]
    if rest:
        raise Wrong("bytes after the entry")
    return dict(zip(["actor id", "actor", "action", "subject type", "subject", "detail"], texts),
        id=number, microseconds=micros, atMachine=machine)


def heads(key, folder):
    before, size, count = "-", 0, 0
    for file in sorted(pathlib.Path(folder).glob("*/*.head")):
        text = file.read_bytes().decode()
        try:
            found = head(text, key)
        except Wrong as wrong:
            raise Wrong(f"{file.name}: {wrong}")
        if int(file.stem) != found[0] or found[0] <= size or found[2]["before"] != before:
            raise Wrong(f"{file.name}: does not follow the head before it; one is missing or was put in")
        before, size, count = hashlib.sha256(text.encode()).hexdigest(), found[0], count + 1
    print(f"{count} heads fit, the last over {size} entries")


def inclusion(key, file):
    proof = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    size, root, found = head(proof["head"], key)
    data = base64.b64decode(proof["canonical"])
    told = entry(data)
    path = [bytes.fromhex(step) for step in proof["path"]]
    if told["id"] != proof["entry"] or included(sha(b"\x00" + data), proof["index"], size, path) != root:
        raise Wrong("the entry is not under this head")
    print(f"the entry is number {proof['index'] + 1} of {size} under the head of {found['time']}:")
    print(json.dumps(told, ensure_ascii=False, indent=2))


def consistency(key, file):
    proof = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    first, second = head(proof["from"], key), head(proof["to"], key)
    if not consistent(first[0], first[1], second[0], second[1], [bytes.fromhex(step) for step in proof["path"]]):
        raise Wrong("the later head does not go on from the earlier one")
    print(f"the first {first[0]} of {second[0]} entries are the same")


if __name__ == "__main__":
    deeds = {"heads": heads, "inclusion": inclusion, "consistency": consistency}
    if len(sys.argv) != 4 or sys.argv[2] not in deeds:
        sys.exit(__doc__)
    try:
        deeds[sys.argv[2]](sys.argv[1], sys.argv[3])
    except (Wrong, ValueError, KeyError, TypeError, struct.error, OSError) as wrong:
        print(f"WRONG: {wrong}")
        sys.exit(1)
