"""Against Apache mime4j: the tree of parts, and the bytes of each leaf without transfer encoding.

The bytes are compared before their charset is: mime4j leaves them in it.  SPDX-License-Identifier: MIT
"""
import xml.etree.ElementTree as xml

import common


def flattened(node, folder, depth=0):
    """Rows of depth and bytes (None of what has parts), in the order of the file.  A <message> or
    <body-part> is an entity; what it is made of stands in it."""
    rows = []
    body = [child for child in node if child.tag != "header"]
    inner = [c for child in body for c in (child if child.tag == "multipart" else [child])
             if c.tag in ("message", "body-part")]
    leaf = next((c for c in body if c.tag in ("text-body", "binary-body")), None)
    data = (folder / leaf.get("name")).read_bytes() if leaf is not None else None
    rows.append((depth, None if inner or data is None else data))
    for child in inner:
        rows += flattened(child, folder, depth + 1)
    return rows


def run(folder, judged):
    root = folder / "mime" / "mime4j"
    suite = common.Suite("mime4j", judged)
    files = sorted(f for f in root.glob("*/*.msg") if f.with_name(f.stem + "_decoded.xml").exists())
    for file, ours in zip(files, common.read_bytes([f.read_bytes() for f in files])):
        name = str(file.relative_to(root))[:-4]
        tree = xml.parse(file.with_name(file.stem + "_decoded.xml")).getroot()
        theirs = flattened(tree, file.parent)
        if not suite.compare(name, "tree", [p["depth"] for p in ours["parts"]], [r[0] for r in theirs]):
            continue
        for i, (part, (_, data)) in enumerate(zip(ours["parts"], theirs)):
            if data is not None or part["children"] == 0:
                suite.compare(name, "bytes", common.lines_of(common.payload(part) or b""),
                              common.lines_of(data or b""), f"bytes of part {i}")
    return suite
