#!/usr/bin/env python3
"""Prints how the time of linting grows when a message does: bench/bench.py [CORPORA]

TACTLINT is the program; BENCH, a part of the names of what is to be measured (else all).  For each
way in which a message grows, the ratio of the time to that of half the size; linear is 2.  Times are
of the processor (user and system), the median of several runs, less that of a cold start; only
ratios are printed, because they hold on any machine.  A ratio needs half the size to take longer
than a few cold starts; where none does, the way is too short to tell.  Ratios over 2.5 are flagged;
nothing fails.  But for the first way only the rule `limit` runs, so that reading is what is
measured.  SPDX-License-Identifier: MIT
"""
import base64
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MB = 1 << 20
FLAG = 2.5
RUNS = 5
SLOW = 1.0  # seconds: runs that took so long together say enough
SHORT = 5  # cold starts: what takes no longer is noise, and makes no ratio
HEAD = b"From: jo@example.com\nTo: ann@example.com\nSubject: Your order 4411\nMIME-Version: 1.0\n"
SENTENCE = b"Your order left our warehouse today, and it will be with you on Thursday. "
PARAGRAPH = (SENTENCE * 4).replace(b", ", b",\n") + b"\n\n"


def mail(fields, body):
    return HEAD + fields + b"\n" + body


def filled(unit, size):
    return unit * max(1, size // len(unit))


def plain(size):
    return mail(b"Content-Type: text/plain; charset=utf-8\n", b"Dear Ann,\n\n" + filled(PARAGRAPH, size))


def one_line(size):
    return mail(b"Content-Type: text/plain; charset=utf-8\n", filled(SENTENCE, size))


def one_word(size):
    return mail(b"", b"x" * size)


def headers(count):
    return mail(b"".join(b"X-Field-%d: some value\n" % i for i in range(count)), b"Dear Ann,\n\nHello.\n")


def long_header(size):
    return mail(b"X-Long: " + filled(b"some words of it\n ", size) + b"\n", b"Dear Ann,\n\nHello.\n")


def encoded_words(count):
    return mail(b"Subject:" + b"\n =?utf-8?Q?gr=C3=BC=C3=9Fe_?=" * count + b"\n", b"Dear Ann,\n\nHello.\n")


def parameters(count):
    return mail(b"Content-Type: text/plain" + b"".join(b";\n name*%d=some" % i for i in range(count)) + b"\n",
                b"Dear Ann,\n\nHello.\n")


def base64_body(size):
    lines = base64.encodebytes(filled(PARAGRAPH, size * 3 // 4))
    return mail(b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n", lines)


def base64_line(size):
    return mail(b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n",
                base64.b64encode(filled(PARAGRAPH, size * 3 // 4)))


def quoted_printable(size):
    return mail(b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
                filled(b"Your order is on its way=2C gr=C3=BC=C3=9Fe from the ware=\nhouse. ", size))


def latin_1(size):
    return mail(b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n",
                filled("Din beställning är på väg till dig, så håll utkik. ".encode("latin-1") + b"\n", size))


def multipart(children):
    return mail(b'Content-Type: multipart/mixed; boundary="b"\n',
                b"".join(b"--b\n" + child + b"\n" for child in children) + b"--b--\n")


def parts(count):
    return multipart([b"Content-Type: text/plain\n\nHello Ann, this is part of it.\n"] * count)


def attachment(size):
    data = base64.encodebytes(b"\x89PNG" + bytes(size * 3 // 4))
    return multipart([b"Content-Type: text/plain\n\nDear Ann,\n\nHello.\n",
                      b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + data])


def nested_parts(depth):
    head = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(depth))
    return HEAD + head + b"Content-Type: text/plain\n\nDear Ann,\n\nHello.\n"


def nested_messages(depth):
    return HEAD + b"Content-Type: message/rfc822\n\n" * depth + b"Content-Type: text/plain\n\nHello.\n"


def html(body):
    return mail(b"Content-Type: text/html; charset=utf-8\n", b"<html><body>" + body + b"</body></html>\n")


def html_size(size):
    return html(filled(b"<p>Your <b>order</b> left our warehouse today &amp; will be with you soon.</p>\n", size))


def html_depth(depth):
    return html(b"<div>" * depth + b"Hello Ann" + b"</div>" * depth)


def html_unclosed(depth):
    return html(b"<p><b><i><font>Hello " * depth)


def html_table(rows):
    return html(b"<table>" + b"<tr><td>Order</td><td>4411</td></tr>\n" * rows + b"</table>")


def html_attributes(count):
    return html(b"<p " + b"".join(b"a%d=1 " % i for i in range(count)) + b">Hello Ann</p>")


def html_entities(size):
    return html(filled(b"&aring;&#228;&ouml; &amp; ", size))


def html_comment(size):
    return html(filled(b"<!-- Hello --><![if x]>", size) + b"Hello Ann")


def quotes(depth):
    return mail(b"", b"Dear Ann,\n\nHello.\n\n" + b"".join(b">" * i + b" Hello\n" for i in range(depth)))


def quote_line(size):
    return mail(b"", b"Dear Ann,\n\nHello.\n\n" + b">" * size + b" Hello\n")


def flowed(size):
    return mail(b"Content-Type: text/plain; charset=utf-8; format=flowed\n",
                filled(b"Your order left our warehouse today, and it will \nbe with you on Thursday.\n", size))


def greetings(count):
    return mail(b"", b"Dear Ann,\n\nThank you.\n\nKind regards,\nJo\n\n" * count)


def delimiters(size):
    return multipart([b"Content-Type: text/plain\n\n" + filled(b"--bb\n--b-\n-- \n", size)])


def repeated(text):
    """A way to grow: a plain text that is this one many times."""
    return lambda size: mail(b"Content-Type: text/plain; charset=utf-8\n", filled(text.encode(), size))


def doubled(first, last):
    sizes = [first]
    while sizes[-1] * 2 <= last:
        sizes.append(sizes[-1] * 2)
    return sizes


WAYS = [
    ("plain text with all rules, bytes", plain, doubled(MB // 4, 4 * MB)),
    ("unknown words with all rules, bytes", repeated("we have your lettre and the wrodam of it "), doubled(MB // 16, MB)),
    ("plain text, bytes", plain, doubled(MB, 64 * MB)),
    ("one line, bytes", one_line, doubled(MB, 64 * MB)),
    ("one word, bytes", one_word, doubled(MB, 64 * MB)),
    ("format=flowed, bytes", flowed, doubled(MB, 64 * MB)),
    ("iso-8859-1, bytes", latin_1, doubled(MB, 64 * MB)),
    ("quoted-printable, bytes", quoted_printable, doubled(MB, 64 * MB)),
    ("base64 in lines, bytes", base64_body, doubled(MB, 64 * MB)),
    ("base64 in one line, bytes", base64_line, doubled(MB, 64 * MB)),
    ("attachment, bytes", attachment, doubled(MB, 64 * MB)),
    ("greetings and sign-offs", greetings, doubled(1 << 10, 1 << 16)),
    ("emoji, bytes", repeated("\U0001f60a "), doubled(MB // 4, 4 * MB)),
    ("list items, bytes", repeated("- an item of a list\n"), doubled(MB // 4, 4 * MB)),
    ("rows of a typed table, bytes", repeated("Chain      12.00     3\n"), doubled(MB // 4, 4 * MB)),
    ("fences, bytes", repeated("```\n"), doubled(MB // 4, 4 * MB)),
    ("initials, bytes", repeated("A. B. "), doubled(MB // 4, 4 * MB)),
    ("tags of templates, bytes", repeated("Dear {{ name }}, {% if x %}yes{% endif %}\n"), doubled(MB // 4, 4 * MB)),
    ("header fields", headers, doubled(1 << 12, 1 << 20)),
    ("one header field, bytes", long_header, doubled(MB, 64 * MB)),
    ("encoded words in the subject", encoded_words, doubled(1 << 10, 1 << 18)),
    ("parameters of a field", parameters, doubled(1 << 10, 1 << 18)),
    ("parts", parts, doubled(1 << 8, 1 << 17)),
    ("lines like boundaries, bytes", delimiters, doubled(MB, 64 * MB)),
    ("parts in parts", nested_parts, doubled(8, 1 << 16)),
    ("messages in messages", nested_messages, doubled(8, 1 << 16)),
    ("HTML, bytes", html_size, doubled(MB, 64 * MB)),
    ("HTML entities, bytes", html_entities, doubled(MB, 64 * MB)),
    ("HTML comments, bytes", html_comment, doubled(MB, 64 * MB)),
    ("HTML depth", html_depth, doubled(64, 1 << 18)),
    ("HTML depth, never closed", html_unclosed, doubled(64, 1 << 16)),
    ("HTML table, rows", html_table, doubled(1 << 8, 1 << 17)),
    ("HTML attributes", html_attributes, doubled(1 << 8, 1 << 17)),
    ("quote depth", quotes, doubled(64, 1 << 12)),
    ("quote marks in a line, bytes", quote_line, doubled(MB, 64 * MB)),
]


def command_of(path, *options):
    return [os.environ["TACTLINT"], "--quiet", *options, str(path)]


def time_of(command):
    """Seconds of processor time, the median of several runs."""
    times = []
    while len(times) < RUNS and sum(times) < SLOW:
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            sys.exit(f"bench: error: exit status {child.returncode} of {' '.join(command)}")
        times.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(times)


def size_said(size, text):
    return f"{size / MB:g} MB" if text.endswith("bytes") else str(size)


def size_time(folder, make, size, options, start):
    path = folder / "input.eml"
    path.write_bytes(make(size))
    return max(time_of(command_of(path, *options)) - start, 0)


def way_measure(folder, text, make, sizes, start):
    """Prints the ratios of one way to grow; returns how many are flagged."""
    said, flagged, last = [], 0, 0
    options = [] if "all rules" in text else ["--only=limit"]
    for size in sizes:
        now = size_time(folder, make, size, options, start)
        ratio = now / max(last, SHORT * start)
        if size > sizes[0] and (last > SHORT * start or ratio > FLAG):  # a short half makes it "at least"
            if ratio > FLAG:  # the machine may have been busy: once more
                last = max(last, size_time(folder, make, size // 2, options, start))
                now = min(now, size_time(folder, make, size, options, start))
                ratio = now / max(last, SHORT * start)
            flagged += ratio > FLAG
            said.append(f"{size_said(size, text)} {ratio:.1f}{' <== MORE THAN LINEAR' if ratio > FLAG else ''}")
        last = now
    short = f"too short to tell ({size_said(sizes[-1], text)} take {last / start:.1f} cold starts)"
    print(f"{text}: {', '.join(said) or short}", flush=True)
    return flagged


def bombs_measure(folder, start):
    files = sorted(f for f in (folder / "mime").rglob("*.eml") if "bombs" in f.parts or "torture" in f.parts)
    for file in files:
        ratio = time_of(command_of(file)) / start
        print(f"{file.relative_to(folder)}: {file.stat().st_size / MB:.2f} MB, {ratio:.1f} cold starts")


def rules_copy(folder, times):
    """The program's rules, `times` over under other names, as a folder of rules."""
    for file in sorted((Path(os.environ["TACTLINT"]).resolve().parent / "rules.d").rglob("*.yml")):
        if file.name not in ("language.yml", "languages.yml"):
            for i in range(times):
                to = folder / f"rules{times}" / file.parent.name / f"{file.stem}-{i}.yml"
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(file.read_bytes())
    return f"--rules={folder / f'rules{times}'}"


def letters_write(folder):
    """One file of a few letters, and many of them that are 1 MB together."""
    names = sorted((Path(__file__).resolve().parent.parent / "testdata" / "drafts").glob("*.eml"))
    for i in range(MB // sum(name.stat().st_size for name in names)):
        for name in names:
            (folder / f"{i}-{name.name}").write_bytes(name.read_bytes())
    return folder


def engine_measure(folder, small):
    """What the engine's means to be fast are good for: times of processor, as ratios."""
    (folder / "letters").mkdir()
    letters = letters_write(folder / "letters")
    four, one = rules_copy(folder, 4), rules_copy(folder, 1)
    for text, path, options, to in (
            ("cold start without literals", small, ["--without=literals"], []),
            ("1 MB of letters without literals", letters, ["--without=literals"], []),
            ("1 MB of letters without JIT", letters, ["--without=jit"], []),
            ("1 MB of letters without both", letters, ["--without=literals,jit"], []),
            ("1 MB of letters by rules four times as many", letters, [four], [one]),
            ("cold start with rules four times as many", small, [four], [one])):
        ratio = time_of(command_of(path, "--jobs=1", *options)) / time_of(command_of(path, "--jobs=1", *to))
        print(f"{text}: {ratio:.2f}", flush=True)


def cold_start(folder):
    path = folder / "small.eml"
    path.write_bytes(mail(b"", b"Dear Ann,\n\nYour order left today. Please sign for it.\n\nKind regards,\nJo\n"))
    start, nothing = time_of(command_of(path)), time_of(["true"])
    print(f"cold start of one small mail: {start / nothing:.1f} times `true`", flush=True)
    return start


def main():
    wanted = os.environ.get("BENCH", "")  # a part of the name of what is to be measured
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = cold_start(folder)
        if wanted in "engine":
            print("rules: ratio of the time to that of the program as it is:")
            engine_measure(folder, folder / "small.eml")
        print("ratio of the time to that of half the size:")
        flagged = sum(way_measure(folder, *way, start) for way in WAYS if wanted in way[0])
        if len(sys.argv) > 1 and sys.argv[1]:
            bombs_measure(Path(sys.argv[1]), start)
    print(f"bench: {flagged} ratios over {FLAG}")


if __name__ == "__main__":
    main()
