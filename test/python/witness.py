"""What a witness decides (c2sp.org/tlog-witness), without signing: enough to check a published transcript."""

import tlog


class Witness:
    def __init__(self, keys):
        self.keys, self.heads = keys, {}

    def decide(self, body):
        """The status, and the head that would be cosigned or the size that is known."""
        try:
            old, proof, note = parse_request(body)
            text, _ = tlog.parse_note(note)
            origin, size, root, _ = tlog.parse_checkpoint(text)
        except tlog.Refused:
            return 400, None
        keys = [key for key in self.keys if key.name == origin]
        if not keys:
            return 404, None
        try:
            tlog.open_note(note, keys)
        except tlog.Refused:
            return 403, None
        return self.compare(old, proof, (origin, size, root))

    def compare(self, old, proof, head):
        origin, size, root = head
        if old > size:
            return 400, None
        known, known_root = self.heads.get(origin, (0, tlog.sha256(b"")))
        if old != known:
            return 409, known
        if known == size and origin in self.heads and known_root != root:
            return 409, known
        if old == 0:
            return (422 if proof or (size == 0 and root != known_root) else 200), head
        return (200 if tlog.verify_consistency(old, size, known_root, root, proof) else 422), head

    def keep(self, old, head):
        """One step: false when another was faster."""
        origin, size, root = head
        if self.heads.get(origin, (0, None))[0] != old:
            return False
        self.heads[origin] = (size, root)
        return True


def parse_request(body):
    end = body.find("\n\n")
    tlog.need(end >= 0 and body.startswith("old "), "malformed")
    lines = body[:end].split("\n")
    tlog.need(len(lines) <= 64, "malformed")
    return tlog.decimal(lines[0][4:]), [tlog.hash_line(line) for line in lines[1:]], body[end + 2 :]


def transcript(vectors):
    key = tlog.parse_key(vectors["log"]["vkey"])
    one = Witness([key])
    for at, step in enumerate(vectors["steps"], 1):
        status, answer = one.decide(step["body"])
        yield f"step {at} answers {step['specStatus']}", status == step["specStatus"]
        if status == 200:
            yield f"step {at} is kept", one.keep(parse_request(step["body"])[0], answer)
        if step["assert"] == "==":
            yield f"step {at} says the size", f"{answer}\n" == step["value"]
    yield from race(vectors, Witness([key]))
    yield from second_log(vectors["secondLog"])


def race(vectors, one):
    first, a, b = vectors["steps"][0]["body"], vectors["race"]["requestA"], vectors["race"]["requestB"]
    one.keep(0, one.decide(first)[1])
    (status_a, head_a), (status_b, head_b) = one.decide(a), one.decide(b)
    yield "both pass the check", (status_a, status_b) == (200, 200)
    yield "the later and greater wins", one.keep(1, head_b) and not one.keep(1, head_a)
    size, root = one.heads[vectors["log"]["origin"]]
    yield "the greater head is kept", size == 5 and root.hex() in vectors["race"]["desc"]


def second_log(vectors):
    key = tlog.parse_key(vectors["vkey"])
    texts = [tlog.open_note(vectors[name], [key])[0] for name in ("checkpointSize5", "checkpointSize8")]
    (_, size1, root1, _), (_, size2, root2, _) = map(tlog.parse_checkpoint, texts)
    proof = [bytes.fromhex(value) for value in vectors["consistencyProof5to8"]]
    yield "second log from 5 to 8", tlog.verify_consistency(size1, size2, root1, root2, proof)
    for each in vectors["mustFail"]:
        bad = [bytes.fromhex(value) for value in each["proof"]]
        yield f"second log with {each['name']}", not tlog.verify_consistency(size1, size2, root1, root2, bad)
