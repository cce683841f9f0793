"""The second verifier: checks a proof file, or a whole export (docs/audit-export.md). Exit 0 ok, 1 tampered, 2 cannot tell."""

import json
import sys
from pathlib import Path

import jcs
import tlog

UNKNOWN = {"origin-unknown", "quorum-missing", "checkpoint-malformed", "proof-malformed", "policy-malformed"}


def name_of(index):
    groups = []
    while not groups or index:
        index, group = divmod(index, 1000)
        groups.insert(0, f"{group:03}")
    return "/".join(["x" + group for group in groups[:-1]] + groups[-1:])


def read(folder, kind, index, width):
    """The file of a tile or bundle. A wider one serves as well; where there is none, the one that should be there."""
    path = folder / "tile" / str(kind) / name_of(index)
    if width == 256 or path.exists():
        return path
    partials = path.with_name(path.name + ".p")
    wide = [int(each.name) for each in partials.glob("*") if each.name.isdecimal() and int(each.name) >= width]
    return partials / str(min(wide, default=width))


def entries_of(bundle):
    at, entries = 0, []
    while at < len(bundle):
        end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
        tlog.need(end <= len(bundle), "bundle-malformed")
        entries.append(bundle[at + 2 : end])
        at = end
    return entries


def check_hashes(folder, level, hashes, is_signed, findings):
    """
    Compares one level with its tiles. Returns the level above. Where the entries give the signed root, a tile that says
    otherwise is false; where they do not, one cannot tell from here which of the two is, and names the entry.
    """
    above = []
    for index in range(0, len(hashes), 256):
        row = hashes[index : index + 256]
        file = read(folder, level, index // 256, len(row))
        if not file.exists():
            findings.append(f"file-missing {file.relative_to(folder)}")
        elif file.read_bytes()[: 32 * len(row)] != b"".join(row):
            if is_signed:
                findings.append(f"tile-changed {file.relative_to(folder)}")
            elif level == 0:
                findings.extend(differing(index, row, file.read_bytes()))
        if len(row) == 256:
            above.append(tlog.tree_hash(row))
    return above


def differing(first, row, tile):
    for at, hashed in enumerate(row):
        if tile[32 * at : 32 * at + 32] != hashed:
            yield f"entry-or-tile-changed entry {first + at}"


def check_numbers(numbers, findings):
    for source, used in sorted(numbers.items()):
        if "/" in source:
            continue
        if len(set(used)) < len(used):
            findings.append(f"source-reused source {source}")
        if set(used) != set(range(1, max(used) + 1)):
            findings.append(f"source-missing source {source}")


def fsck(policy, folder):
    findings = []
    if not (folder / "checkpoint").exists():
        return ["file-missing checkpoint"]
    note = (folder / "checkpoint").read_text(encoding="utf-8")
    size, root = policy.trust(note)
    leaves, numbers = [], {}
    for first in range(0, size, 256):
        width = min(256, size - first)
        file = read(folder, "entries", first // 256, width)
        if not file.exists():
            return findings + [f"file-missing {file.relative_to(folder)}"]
        entries = entries_of(file.read_bytes())
        tlog.need(width <= len(entries) <= 256, "bundle-malformed")
        for at, entry in enumerate(entries[:width], first):
            leaves.append(tlog.leaf_hash(entry))
            if not jcs.is_canonical(entry):
                findings.append(f"entry-not-canonical entry {at}")
                continue
            said = json.loads(entry)
            numbers.setdefault(said["src"], []).append(said["srcSeq"])
    is_signed = tlog.tree_hash(leaves) == root
    level, hashes = 0, leaves
    while hashes:
        hashes, level = check_hashes(folder, level, hashes, is_signed, findings), level + 1
    if not is_signed:
        findings.append("root-differs checkpoint")
    check_numbers(numbers, findings)
    return findings


def main(command, policy_file, *paths):
    try:
        policy = tlog.Policy(Path(policy_file).read_bytes())
        if command == "fsck":
            findings = fsck(policy, Path(paths[0]))
        else:
            proof = Path(paths[0]).read_text(encoding="utf-8")
            entry = Path(paths[1]).read_bytes() if len(paths) > 1 else tlog.parse_proof(proof)[3] or b""
            tlog.verify_proof(policy, entry, proof)
            findings = []
    except tlog.Refused as refused:
        findings = [str(refused)]
    for finding in findings:
        print(finding)
    if not findings:
        return 0
    unknown = {finding for finding in findings if finding.split(" ")[0] in UNKNOWN | {"file-missing"}}
    return 2 if len(unknown) == len(set(findings)) else 1


USAGE = """usage: audit_verify.py proof POLICY PROOF [ENTRY]
       audit_verify.py fsck POLICY FOLDER"""

if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[1] not in ("proof", "fsck"):
        print(USAGE, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
