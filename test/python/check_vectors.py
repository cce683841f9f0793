"""Runs the published vectors through the second verifier. Prints one line of JSON for each file."""

import hashlib
import json
import struct
import sys
from pathlib import Path

import ed25519
import jcs
import tlog
import witness

FOLDER = Path(__file__).resolve().parent.parent / "contract" / "vectors"
unhex = bytes.fromhex


def refuses(action, *arguments):
    try:
        action(*arguments)
        return False
    except tlog.Refused:
        return True


def signatures(vectors):
    for group in vectors["groups"]:
        key = unhex(group["publicKeyHex"])
        for test in group["tests"]:
            valid = ed25519.verify(key, unhex(test["msg"]), unhex(test["sig"]))
            yield f"case {test['tcId']}", valid == (test["result"] == "valid")


def bits(number):
    return struct.unpack(">d", number.to_bytes(8, "big"))[0]


def number_lines(vectors):
    yield from (int(digits, 16) for digits in vectors["staticIeeeHex"])
    yield from range(0x0010000000000000, 0x0010000000000000 + 2000)
    block = bytes(32)
    while True:
        block = hashlib.sha256(block).digest()
        for at in range(0, 32, 8):
            number = int.from_bytes(block[at : at + 8], "little")
            value = bits(number)
            if value == value and abs(value) != float("inf") and value != 0:
                yield number


def canonical(vectors):
    for pair in vectors["pairs"]:
        yield pair["name"], jcs.canonical(pair["inputUtf8"]) == unhex(pair["outputHex"])
    for each in vectors["numbers"]:
        yield each["ieeeHex"], jcs.number(bits(int(each["ieeeHex"], 16))) == each["expected"]
    for each in vectors["generatedFileChecksums"]:
        if each["lines"] > NUMBER_LINES:
            continue
        digest, lines = hashlib.sha256(), number_lines(vectors)
        for _ in range(each["lines"]):
            number = next(lines)
            digest.update(f"{number:x},{jcs.number(bits(number))}\n".encode())
        yield f"{each['lines']} numbers", digest.hexdigest() == each["sha256"]


def subtrees(vectors):
    for each in vectors["subtreeInclusion"]:
        start, end, index = int(each["start"]), int(each["end"]), int(each["leafIdx"])
        proof = [unhex(value) for value in each["proof"]]
        holds = (
            tlog.is_subtree(start, end)
            and start <= index < end
            and tlog.verify_inclusion(index - start, end - start, unhex(each["leafHash"]), proof, unhex(each["root"]))
        )
        yield each["case"], holds != each["wantErr"]
    for each in vectors["subtreeConsistency"]:
        proof = [unhex(value) for value in each["proof"]]
        roots = unhex(each["root1"]), unhex(each["root2"])
        places = int(each["start"]), int(each["end"]), int(each["size"])
        yield each["case"], tlog.verify_subtree(*places, *roots, proof) != each["wantErr"]


def merkle(vectors):
    actions = {
        "emptyRoot": lambda each: tlog.tree_hash([]),
        "hashLeaf": lambda each: tlog.leaf_hash(unhex(each["dataHex"])),
        "hashChildren": lambda each: tlog.node_hash(unhex(each["leftHex"]), unhex(each["rightHex"])),
    }
    for each in vectors["hasher"]:
        yield each["desc"], actions[each["op"]](each).hex() == each["want"]
    leaves = [tlog.leaf_hash(unhex(data)) for data in vectors["golden"]["leafInputs"]]
    for size, root in enumerate(vectors["golden"]["rootBySize"]):
        yield f"golden root of {size}", tlog.tree_hash(leaves[:size]).hex() == root
    for level, row in enumerate(vectors["golden"]["nodeHashesByLevel"]):
        for at, node in enumerate(row):
            yield f"golden node {level}/{at}", tlog.tree_hash(leaves[at << level : (at + 1) << level]).hex() == node
    for each in vectors["inclusion"]:
        index, size, proof = int(each["leafIdx"]), int(each["treeSize"]), [unhex(value) for value in each["proof"]]
        holds = tlog.verify_inclusion(index, size, unhex(each["leafHash"]), proof, unhex(each["root"]))
        yield each["case"], holds != each["wantErr"]
    for each in vectors["consistency"]:
        size1, size2, proof = int(each["size1"]), int(each["size2"]), [unhex(value) for value in each["proof"]]
        holds = tlog.verify_consistency(size1, size2, unhex(each["root1"]), unhex(each["root2"]), proof)
        yield each["case"], holds != each["wantErr"]


def notes(vectors):
    for each in vectors["notes"]:
        key = tlog.parse_key(each["vkey"])
        yield each["name"], tlog.open_note(each["note"], [key])[1] == [key]
        yield f"{each['name']}, forged", refuses(tlog.open_note, "x" + each["note"], [key])
    for vkey in vectors["invalidVkeys"]:
        yield f"key {vkey}", refuses(tlog.parse_key, vkey)
    for each in vectors["checkpointBodies"]:
        if each["want"] == "error":
            yield each["name"], refuses(tlog.parse_head, each["text"])
            continue
        want = each["want"]
        origin, size, root, more = tlog.parse_head(each["text"])
        rest = "".join(line + "\n" for line in more)
        same = (origin, size, root.hex(), rest) == (want["origin"], want["size"], want["hashHex"], each["rest"])
        yield each["name"], same
    go = vectors["goSumTreeHead"]
    root = tlog.leaf_hash(go["leafUtf8"].encode())
    yield "tree head of go.sum", go["want"] == f"go.sum database tree\n{go['size']}\n{tlog.to_base64(root)}\n"
    for each in vectors["cosignatureTimestamps"]:
        time = tlog.cosigned_at(tlog.from_base64(each["sigBase64"])[4:])
        yield each["name"], time == each.get("wantUnixSeconds")
    example = vectors["cosignedCheckpointSyntaxOnly"]
    text, signed = tlog.parse_note(example["note"])
    yield "signature lines", len(signed) == example["wantSignatureLines"]
    [signature] = [signature for name, _, signature in signed if name == example["cosignerName"]]
    message = tlog.cosigned_message(text, tlog.cosigned_at(signature))
    yield "cosigned message", message.decode() == example["wantCosignedMessage"]
    for each in vectors["tlogProof"]["marshal"]:
        extra = tlog.from_base64(each["extraB64"]) if "extraB64" in each else None
        hashes = [tlog.from_base64(value) for value in each["hashesB64"]]
        yield each["name"], tlog.format_proof(each["index"], hashes, each["checkpoint"], extra) == each["want"]
        yield f"{each['name']}, read", tlog.parse_proof(each["want"]) == (each["index"], hashes, each["checkpoint"], extra)
    for each in vectors["tlogProof"]["unmarshalMustFail"]:
        yield each["name"], refuses(tlog.parse_proof, each["text"])


def public_logs(vectors):
    for each in vectors["cases"]:
        size, root = int(each["treeSize"]), unhex(each["rootHash"])
        proof, leaf = [unhex(value) for value in each["proof"]], tlog.leaf_hash(unhex(each["leafDataHex"]))
        if each["wantInclusionValid"] is not None:
            holds = tlog.verify_inclusion(int(each["logIndex"]), size, leaf, proof, root)
            yield f"{each['case']}: inclusion", holds == each["wantInclusionValid"]
        head = None
        if each["checkpoint"] is not None:
            text = each["checkpoint"][: each["checkpoint"].rfind("\n\n") + 1]
            head = None if refuses(tlog.parse_checkpoint, text) else tlog.parse_checkpoint(text)
        if each["wantRootEqualsCheckpointRoot"] is not None:
            same = head is not None and head[1:3] == (size, root)
            yield f"{each['case']}: root", same == each["wantRootEqualsCheckpointRoot"]
        if each["wantEd25519LogSignature"] is not None:
            known = vectors["ed25519LogsByOrigin"].get(head[0]) if head else None
            signed = False
            if known:
                raw = tlog.from_base64(known["publicKeyDerBase64"])[-32:]
                key = tlog.Key(head[0], known["logIdHex"][:8], 1, raw)
                signed = not refuses(tlog.open_note, each["checkpoint"], [key])
            yield f"{each['case']}: signature", signed == each["wantEd25519LogSignature"]


def tiled_log(vectors):
    key = tlog.parse_key(vectors["vkey"])
    data = [value.encode() for value in vectors["leafDataUtf8"]]
    leaves = [tlog.leaf_hash(value) for value in data]
    for each in vectors["checkpoints"]:
        text, _ = tlog.open_note(each["checkpoint"], [key])
        _, size, root, _ = tlog.parse_checkpoint(text)
        yield f"root of {size}", tlog.tree_hash(leaves[:size]) == root
    for each in vectors["tiles"]:
        width = int(each["path"].rsplit("/", 1)[1])
        yield each["path"], b"".join(leaves[:width]).hex() == each["hex"]
    for each in vectors["entryBundles"]:
        width = int(each["path"].rsplit("/", 1)[1])
        bundle = b"".join(len(value).to_bytes(2, "big") + value for value in data[:width])
        yield each["path"], bundle.hex() == each["hex"]


CHECKS = {
    "ed25519-verify.json": signatures,
    "jcs-rfc8785.json": canonical,
    "merkle-subtree.json": subtrees,
    "rfc6962-merkle.json": merkle,
    "signed-note-checkpoint.json": notes,
    "sigstore-inclusion-checkpoints.json": public_logs,
    "tlog-tiles-log.json": tiled_log,
    "witness-transcript.json": witness.transcript,
}

NUMBER_LINES = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000

if __name__ == "__main__":
    for file, check in CHECKS.items():
        results = list(check(json.loads((FOLDER / file).read_text(encoding="utf-8"))))
        failed = [name for name, right in results if not right]
        answer = {"file": file, "checks": len(results), "passed": len(results) - len(failed), "failed": failed}
        print(json.dumps(answer), flush=True)
