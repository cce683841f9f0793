"""A second, independent reading of the proof formats: RFC 6962 by its recursive definitions, and the C2SP text formats.

Standard library only. It shares no code with libs/tlog, so that a misunderstanding there does not pass unseen.
"""

import base64
import binascii
import hashlib
import re

import ed25519

WHITE_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000+]")


class Refused(Exception):
    """Something is not written as it must be, or does not hold."""


def need(condition, why):
    if not condition:
        raise Refused(why)


# --- RFC 6962 ---


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def below(size):
    """The greatest power of two below size."""
    return 1 << ((size - 1).bit_length() - 1)


def tree_hash(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = below(len(leaves))
    return node_hash(tree_hash(leaves[:k]), tree_hash(leaves[k:]))


def root_from_path(index, size, leaf, proof):
    if size == 1:
        need(not proof, "proof too long")
        return leaf
    need(proof, "proof too short")
    k = below(size)
    if index < k:
        return node_hash(root_from_path(index, k, leaf, proof[:-1]), proof[-1])
    return node_hash(proof[-1], root_from_path(index - k, size - k, leaf, proof[:-1]))


def is_hash(*values):
    return all(len(value) == 32 for value in values)


def verify_inclusion(index, size, leaf, proof, root):
    try:
        need(0 <= index < size and is_hash(leaf, *proof), "impossible")
        return root_from_path(index, size, leaf, proof) == root
    except Refused:
        return False


def two_roots(start, end, size, proof, known):
    """Roots of the leaves start..end and of all, out of a proof; `known` is the first root where it is given."""
    if start == 0 and end == size:
        if known is not None:
            need(not proof, "proof too long")
            return known, known
        need(len(proof) == 1, "proof of another length")
        return proof[0], proof[0]
    need(proof, "proof too short")
    k, rest, sibling = below(size), proof[:-1], proof[-1]
    if end <= k:
        part, whole = two_roots(start, end, k, rest, known)
        return part, node_hash(whole, sibling)
    if k <= start:
        part, whole = two_roots(start - k, end - k, size - k, rest, known)
        return part, node_hash(sibling, whole)
    part, whole = two_roots(0, end - k, size - k, rest, None)
    return node_hash(sibling, part), node_hash(sibling, whole)


def is_subtree(start, end):
    return 0 <= start <= end and (start == end or start % (1 << (end - start - 1).bit_length()) == 0)


def verify_subtree(start, end, size, root1, root2, proof):
    try:
        need(is_subtree(start, end) and end <= size, "impossible")
        need(not proof or is_hash(root1, root2, *proof), "no hashes")
        if start == end:
            return not proof and root1 == sha256(b"")
        return two_roots(start, end, size, proof, root1) == (root1, root2)
    except Refused:
        return False


def verify_consistency(size1, size2, root1, root2, proof):
    return size1 > 0 and verify_subtree(0, size1, size2, root1, root2, proof)


# --- text ---


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("no base64") from error
    need(base64.b64encode(data).decode() == text, "base64 that is not canonical")
    return data


def to_base64(data):
    return base64.b64encode(data).decode()


def decimal(text):
    need(re.fullmatch(r"0|[1-9][0-9]{0,19}", text) and int(text) < 2**64, "no size")
    return int(text)


def hash_line(line):
    data = from_base64(line)
    need(len(data) == 32, "no hash")
    return data


def is_key_name(name):
    return 0 < len(name) <= 255 and not WHITE_SPACE.search(name)


class Key:
    def __init__(self, name, key_id, kind, public_key):
        self.name, self.id, self.kind, self.public_key = name, key_id, kind, public_key

    def verify(self, text, signature):
        if self.kind == 1:
            return ed25519.verify(self.public_key, text.encode(), signature)
        time = cosigned_at(signature)
        return time is not None and ed25519.verify(self.public_key, cosigned_message(text, time), signature[8:])


def parse_key(text):
    match = re.fullmatch(r"([^+]+)\+([0-9a-f]{8})\+(\S{1,64})", text)
    need(match and is_key_name(match[1]), "no verifier key")
    data = from_base64(match[3])
    need(len(data) == 33 and data[0] in (1, 4), "no Ed25519 key")
    need(sha256(match[1].encode() + b"\n" + data)[:4].hex() == match[2], "another key id")
    return Key(match[1], match[2], data[0], data[1:])


def parse_note(note):
    """The text, and a list of (name, key id, signature)."""
    need(len(note) <= 1_000_000 and not re.search(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]", note), "character")
    end = note.rfind("\n\n")
    need(end >= 0 and note.endswith("\n") and end + 2 < len(note), "no signatures")
    lines = note[end + 2 : -1].split("\n")
    need(len(lines) <= 100, "too many signatures")
    return note[: end + 1], [parse_signature(line) for line in lines]


def parse_signature(line):
    match = re.fullmatch(r"— ([^ ]+) ([A-Za-z0-9+/]+={0,2})", line)
    need(match and is_key_name(match[1]) and len(match[2]) % 4 == 0, "no signature line")
    data = base64.b64decode(match[2])
    need(len(data) >= 5, "no signature")
    is_exact = base64.b64encode(data).decode() == match[2]
    return match[1], data[:4].hex(), data[4:] if is_exact else b""


def open_note(note, keys):
    """The text and the keys that signed it."""
    text, signatures = parse_note(note)
    signed = []
    for name, key_id, signature in signatures:
        for key in keys:
            if (key.name, key.id) != (name, key_id) or key in signed:
                continue
            need(key.verify(text, signature), "signature-false")
            signed.append(key)
    need(signed, "unsigned")
    return text, signed


def cosigned_at(signature):
    if len(signature) != 72:
        return None
    time = int.from_bytes(signature[:8], "big")
    return time if time < 2**63 else None


def cosigned_message(text, time):
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def parse_head(text):
    """Origin, size, root and further lines of a checkpoint's text."""
    lines = text.split("\n")
    need(lines.pop() == "" and len(lines) >= 3 and "" not in lines, "checkpoint-malformed")
    need(len(lines[0]) <= 255 and len(lines) <= 19 and len(lines[2]) <= 128, "checkpoint-malformed")
    return lines[0], decimal(lines[1]), from_base64(lines[2]), lines[3:]


def parse_checkpoint(text):
    head = parse_head(text)
    need(len(head[2]) == 32, "checkpoint-malformed")
    return head


def parse_proof(text):
    """Index, hashes, checkpoint and extra data of a proof file."""
    end = text.find("\n\n")
    need(end >= 0 and text.endswith("\n"), "proof-malformed")
    lines = text[:end].split("\n")
    need(lines.pop(0) == "c2sp.org/tlog-proof@v1" and lines, "proof-malformed")
    extra = from_base64(lines.pop(0)[6:]) if lines[0].startswith("extra ") else None
    need(extra != b"" and lines and lines[0].startswith("index "), "proof-malformed")
    index, hashes = decimal(lines[0][6:]), [hash_line(line) for line in lines[1:]]
    need(len(hashes) <= 64, "proof-malformed")
    return index, hashes, text[end + 2 :], extra


def format_proof(index, hashes, checkpoint, extra):
    head = ["c2sp.org/tlog-proof@v1"] + ([] if extra is None else [f"extra {to_base64(extra)}"])
    return "\n".join(head + [f"index {index}"] + [to_base64(each) for each in hashes] + ["", checkpoint])


# --- policy ---


class Policy:
    def __init__(self, data):
        self.logs, self.named, self.quorum = [], {}, ()
        need(data.endswith(b"\n"), "policy-malformed")
        for line in data.decode("latin-1").split("\n"):
            words = line.replace("\t", " ").split(" ")
            words = [word for word in words if word]
            if words and not words[0].startswith("#"):
                self.take(words)
        need(self.quorum != (), "policy-malformed")

    def take(self, words):
        kind, name = words[0], words[1]
        if kind == "log":
            self.logs.append(parse_key(name.encode("latin-1").decode()))
        elif kind == "witness":
            self.named[name] = parse_key(words[2].encode("latin-1").decode())
        elif kind == "group":
            members = [self.named[each] for each in words[3:]]
            many = {"all": len(members), "any": 1}.get(words[2])
            self.named[name] = (int(words[2]) if many is None else many, members)
        elif kind == "quorum":
            self.quorum = None if name == "none" else self.named[name]
        else:
            raise Refused("policy-malformed")

    def is_met(self, signed, part):
        if part is None or isinstance(part, Key):
            return part is None or part in signed
        return sum(self.is_met(signed, member) for member in part[1]) >= part[0]

    def trust(self, note):
        """The head of a signed checkpoint that this policy accepts."""
        text, _ = parse_note(note)
        origin, size, root, _ = parse_checkpoint(text)
        logs = [key for key in self.logs if key.name == origin]
        need(logs, "origin-unknown")
        witnesses = [each for each in self.named.values() if isinstance(each, Key)]
        _, signed = open_note(note, logs + witnesses)
        need(any(log in signed for log in logs), "unsigned")
        need(self.is_met(signed, self.quorum), "quorum-missing")
        return size, root


def verify_proof(policy, entry, proof):
    index, hashes, checkpoint, _ = parse_proof(proof)
    size, root = policy.trust(checkpoint)
    need(verify_inclusion(index, size, leaf_hash(entry), hashes, root), "not-included")
    return index, size
