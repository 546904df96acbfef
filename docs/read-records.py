#!/usr/bin/env python3
"""Takes every record out of a Lantai store, without Lantai: read-records.py STORAGE-ROOT OUTPUT-FOLDER

Knows nothing but the OCFL 1.1 specification and docs/preservation-layout.md. Each record becomes a folder named by its
reference code, each file is compared with the SHA-512 of the inventory. Prints one JSON line for each object; ends with 1
when a file is missing or is not what it was. What is encrypted comes as it lies there; open-records.py opens it.
"""
import hashlib
import json
import os
import shutil
import sys


def digest(path):
    sha512 = hashlib.sha512()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            sha512.update(block)
    return sha512.hexdigest()


def objects(root):
    for folder, folders, files in os.walk(root):
        if any(name.startswith("0=ocfl_object_") for name in files):
            folders.clear()
            yield folder


def take(folder, output):
    with open(os.path.join(folder, "inventory.json"), encoding="utf-8") as file:
        inventory = json.load(file)
    state = inventory["versions"][inventory["head"]]["state"]
    files = {path: sha512 for sha512, paths in state.items() for path in paths}
    name = inventory["id"].replace(":", "-")
    told = "encryption.json" if "encryption.json" in files else "metadata.json"
    if told in files:
        with open(os.path.join(folder, inventory["manifest"][files[told]][0]), encoding="utf-8") as file:
            name = json.load(file).get("referenceCode", name).replace("/", "-")
    damaged = []
    for path, sha512 in sorted(files.items()):
        source = os.path.join(folder, inventory["manifest"][sha512][0])
        if not os.path.isfile(source) or digest(source) != sha512.lower():
            damaged.append(path)
            continue
        target = os.path.join(output, name, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copyfile(source, target)
    print(json.dumps({"object": inventory["id"], "folder": name, "files": len(files), "damaged": damaged}))
    return not damaged


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(0 if all([take(folder, sys.argv[2]) for folder in objects(sys.argv[1])]) else 1)
