"""The verifier's door: correct merges of many shapes pass, each kind of wrong one is found."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.verify import FindingKind, verify
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

F = "def f():\n    one()\n    two()\n    three()\n\n\n"
G = "def g():\n    four()\n    five()\n\n\n"
H = "def h():\n    six()\n    seven()\n"
LOST, RETURNED, INVENTED = FindingKind.LOST, FindingKind.RETURNED, FindingKind.INVENTED
DOUBLED, BROKEN, TORN = FindingKind.DOUBLED, FindingKind.BROKEN, FindingKind.TORN
MISCOUNTED = FindingKind.MISCOUNTED


def kinds(path: str, base: str, left: str, right: str, result: str) -> set[FindingKind]:
    """Of all findings, and the same with the sides exchanged."""
    language = language_of(RepoPath(path.encode()), base.encode())
    texts = [text.encode() for text in (base, left, right, result)]
    found = {each.kind for each in verify(*texts, language)}
    swapped = verify(texts[0], texts[2], texts[1], texts[3], language)
    assert {each.kind for each in swapped} == found
    return found


RIGHT: dict[str, tuple[str, str, str, str, str]] = {
    "edits apart": (
        *("a.py", F + G, F.replace("one", "un") + G, F + G + H),
        F.replace("one", "un") + G + H,
    ),
    "the same edit": ("a.py", F + G, F + H, F + H, F + H),
    "definitions at one spot": ("a.py", H, G + H, F + H, G + F + H),
    "the same spot, the other order": ("a.py", H, G + H, F + H, F + G + H),
    "parameters of both": (
        *("a.py", "def f(x):\n    g()\n", "def f(x, a):\n    g()\n", "def f(x, b):\n    g()\n"),
        "def f(x, a, b):\n    g()\n",
    ),
    "the first parameters of both": (
        *("a.py", "def f():\n    g()\n", "def f(a):\n    g()\n", "def f(b):\n    g()\n"),
        "def f(a, b):\n    g()\n",
    ),
    "united imports": (
        *("a.py", "x = 1\n", "from m import a\nx = 1\n", "from m import b\nx = 1\n"),
        "from m import a, b\nx = 1\n",
    ),
    "an import that both add, among others": (
        *("a.py", "x = 1\n", "import a\nimport c\nx = 1\n", "import b\nimport c\nx = 1\n"),
        "import a\nimport b\nimport c\nx = 1\n",
    ),
    "sorted imports": (
        *("A.java", "import b.B;\n", "import b.B;\nimport b.C;\n", "import d.D;\n"),
        "import b.C;\nimport d.D;\n",
    ),
    "entries with trailing commas": (
        *("a.py", "x = []\n", "x = [\n    a,\n]\n", "x = [\n    b\n]\n"),
        "x = [\n    a,\n    b,\n]\n",
    ),
    "one side formats a list, the other takes its last entry": (
        *("a.rs", "fn f(\n    a: A,\n    b: B,\n) {}\n", "fn f(\n    a: A,\n) {}\n"),
        "fn f(a: A, b: B) {}\n",
        "fn f(a: A) {}\n",
    ),
    "keys at the end": (
        *("a.json", '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "b": 1\n}\n'),
        '{\n  "a": 1,\n  "c": 2\n}\n',
        '{\n  "a": 1,\n  "b": 1,\n  "c": 2\n}\n',
    ),
    "one side indents, the other edits": (
        *("a.py", "f()\ng()\n", "if x:\n    f()\n    g()\n", "f()\ng(1)\n"),
        "if x:\n    f()\n    g(1)\n",
    ),
    "one side formats, the other edits": (
        *("a.js", "f(a,b);\n", "f(\n  a,\n  b\n);\n", "f(a,c);\n"),
        "f(\n  a,\n  c\n);\n",
    ),
    "moved by one, edited by the other": (
        *("a.py", F + G + H, G + F + H, F.replace("two", "deux") + G + H),
        G + F.replace("two", "deux") + H,
    ),
    "overloads": (
        *("A.java", "class A {\n    int x;\n}\n", "class A {\n    int x;\n    void f() {}\n}\n"),
        "class A {\n    void f(int a) {}\n    int x;\n}\n",
        "class A {\n    void f(int a) {}\n    int x;\n    void f() {}\n}\n",
    ),
    "strings of both at the end of a list": (
        *("a.py", '__all__ = ["a", "b"]\n', '__all__ = ["a", "b", "c"]\n'),
        '__all__ = ["a", "b", "d"]\n',
        '__all__ = ["a", "b", "c", "d"]\n',
    ),
    "initialisers of both": (
        *("a.zig", "const p = P{ .x = 0 };\n", "const p = P{ .x = 0, .y = 0 };\n"),
        "const p = P{ .x = 0, .z = 1 };\n",
        "const p = P{ .x = 0, .y = 0, .z = 1 };\n",
    ),
    "sorted by one, an entry edited by the other": (
        *("a.json", '{\n  "web": "src",\n  "api": "src/api",\n  "lib": "src/lib"\n}\n'),
        '{\n  "api": "src/api",\n  "lib": "src/lib",\n  "web": "src"\n}\n',
        '{\n  "web": "packages",\n  "api": "src/api",\n  "lib": "src/lib"\n}\n',
        '{\n  "api": "src/api",\n  "lib": "src/lib",\n  "web": "packages"\n}\n',
    ),
    "a list in one line, sorted by one": (
        *("a.rs", "use a::{d, c, b};\n", "use a::{b, c, d};\n", "use a::{d, x, c, b};\n"),
        "use a::{b, c, d, x};\n",
    ),
    "clauses of one function": (
        *("a.ex", "defmodule A do\n  def f(0), do: 1\nend\n"),
        "defmodule A do\n  def f(0), do: 1\n  def f(1), do: 2\nend\n",
        "defmodule A do\n  # It counts.\n  def f(0), do: 1\nend\n",
        "defmodule A do\n  # It counts.\n  def f(0), do: 1\n  def f(1), do: 2\nend\n",
    ),
    "functions without a name": (
        *("a.js", "f(1, () => 1, 2);\ng();\n", "f(1, () => 1, () => 2, 2);\ng();\n"),
        "f(1, () => 1, 2);\ng(() => 3);\n",
        "f(1, () => 1, () => 2, 2);\ng(() => 3);\n",
    ),
    "attributes of two tests": (
        *("t.rs", "mod t {\n}\n", "mod t {\n    #[test]\n    fn a() {}\n}\n"),
        "mod t {\n    #[test]\n    fn b() {}\n}\n",
        "mod t {\n    #[test]\n    fn a() {}\n    #[test]\n    fn b() {}\n}\n",
    ),
    "line ends and a byte order mark": (
        *("a.txt", "a\nb\nc\n", "\ufeffa\r\nb\r\nc\r\n", "a\nb\nd\n"),
        "\ufeffa\r\nb\r\nd\r\n",
    ),
    "syntax errors that were there": (
        *("a.py", "print 'a'\nx = 1\n", "print 'a'\nx = 2\n", "y = 0\nprint 'a'\nx = 1\n"),
        "y = 0\nprint 'a'\nx = 2\n",
    ),
    "definitions in branches": (
        *("a.py", "if x:\n    pass\nelse:\n    pass\n"),
        "if x:\n    def f(): pass\nelse:\n    pass\n",
        "if x:\n    pass\nelse:\n    def f(): pass\n",
        "if x:\n    def f(): pass\nelse:\n    def f(): pass\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT.values(), ids=RIGHT.keys())
def test_a_correct_merge_has_no_findings(case: tuple[str, str, str, str, str]) -> None:
    assert kinds(*case) == set()


SWITCH = "class A {\n  void f(int x) {\n    switch (x) {\n%s    }\n  }\n}\n"
F1, G2, H2 = (
    f"      case {label}:\n        {body}();\n        break;\n"
    for label, body in ((1, "f"), (2, "g"), (2, "h"))
)
ONE = "a = 1\nb = 2\nc = 3\nd = 4\n"

WRONG: dict[str, tuple[FindingKind, str, str, str, str, str]] = {
    "one line beside a line and in its place": (
        *(DOUBLED, "a.txt", ONE, ONE.replace("b =", "x = 9\nb =")),
        ONE.replace("b = 2", "x = 9"),
        ONE.replace("b = 2", "x = 9\nx = 9"),
    ),
    "what a side added": (LOST, "a.txt", ONE, "n\n" + ONE, ONE + "e\n", ONE + "e\n"),
    "what both kept": (
        *(LOST, "a.txt", ONE, "n\n" + ONE, ONE + "e\n"),
        "n\na = 1\nc = 3\nd = 4\ne\n",
    ),
    "one side's value": (
        *(LOST, "a.txt", ONE, ONE.replace("2", "5"), ONE.replace("2", "6")),
        ONE.replace("2", "5"),
    ),
    "an edit in what moved": (
        *(LOST, "a.py", F + G + H, G + F + H, F.replace("two", "deux") + G + H),
        G + F + H,
    ),
    "what a side deleted": (
        *(RETURNED, "a.txt", ONE, "n\n" + ONE, "b = 2\nc = 3\nd = 4\n"),
        "n\n" + ONE,
    ),
    "what both deleted": (
        *(RETURNED, "a.txt", ONE, "x\nb = 2\nc = 3\nd = 4\n", "b = 2\nc = 3\nd = 9\n"),
        "x\na = 1\nb = 2\nc = 3\nd = 9\n",
    ),
    "a line of nobody": (INVENTED, "a.txt", ONE, "n\n" + ONE, ONE + "e\n", "n\n" + ONE + "z\ne\n"),
    "a conflict marker": (
        *(INVENTED, "a.txt", ONE, "n\n" + ONE, ONE + "e\n"),
        "<<<<<<<\nn\n" + ONE + "e\n",
    ),
    "an edit of both, twice": (
        *(MISCOUNTED, "a.txt", ONE, "n\n" + ONE, "n\n" + ONE + "e\n"),
        "n\nn\n" + ONE + "e\n",
    ),
    "two values for one": (
        *(MISCOUNTED, "a.txt", ONE, ONE.replace("2", "5"), ONE.replace("2", "6")),
        ONE.replace("2", "5 6"),
    ),
    "both versions of a line": (
        *(MISCOUNTED, "a.txt", ONE, ONE.replace("2", "5"), ONE.replace("2", "6")),
        ONE.replace("b = 2", "b = 5\nb = 6"),
    ),
    "one attribute for two": (
        *(MISCOUNTED, "t.rs", "mod t {\n}\n", "mod t {\n    #[test]\n    fn a() {}\n}\n"),
        "mod t {\n    #[test]\n    fn b() {}\n}\n",
        "mod t {\n    #[test]\n    fn a() {}\n    fn b() {}\n}\n",
    ),
    "one last line for two functions": (
        *(MISCOUNTED, "a.py", "", "def f():\n    x()\n    return 1\n"),
        "def g():\n    y()\n    return 1\n",
        "def f():\n    x()\ndef g():\n    y()\n    return 1\n",
    ),
    "half of what moved": (
        *(TORN, "a.py", F + G + H, G + H + F, F + G + H + "x = 1\n"),
        "def f():\n    one()\n" + G + H + "    two()\n    three()\nx = 1\n",
    ),
    "a block that went astray": (
        *(TORN, "a.txt", ONE, "n\nm\n" + ONE, ONE + "e\n"),
        "a = 1\nb = 2\nn\nm\nc = 3\nd = 4\ne\n",
    ),
    "a method": (
        *(DOUBLED, "A.java", "class A {\n    int x;\n}\n"),
        "class A {\n    int x;\n    void f() {}\n}\n",
        "class A {\n    void f() {}\n    int x;\n}\n",
        "class A {\n    void f() {}\n    int x;\n    void f() {}\n}\n",
    ),
    "a key": (
        *(DOUBLED, "a.json", '{\n  "a": 1\n}\n', '{\n  "k": 1,\n  "a": 1\n}\n'),
        '{\n  "a": 1,\n  "k": 2\n}\n',
        '{\n  "k": 1,\n  "a": 1,\n  "k": 2\n}\n',
    ),
    "an import": (
        *(DOUBLED, "a.ts", 'import a from "a";\n', 'import a from "a";\nimport b from "b";\n'),
        'import b from "b";\nimport a from "a";\n',
        'import b from "b";\nimport a from "a";\nimport b from "b";\n',
    ),
    "a case label": (
        *(DOUBLED, "A.java", SWITCH % F1, SWITCH % (G2 + F1), SWITCH % (F1 + H2)),
        SWITCH % (G2 + F1 + H2),
    ),
    "an entry of a list that has no order": (
        *(DOUBLED, "pom.xml", "<properties>\n  <a>1</a>\n  <b>2</b>\n</properties>\n"),
        "<properties>\n  <k>on</k>\n  <a>1</a>\n  <b>2</b>\n</properties>\n",
        "<properties>\n  <a>1</a>\n  <b>2</b>\n  <k>off</k>\n</properties>\n",
        "<properties>\n  <k>on</k>\n  <a>1</a>\n  <b>2</b>\n  <k>off</k>\n</properties>\n",
    ),
    "a test that is a call": (
        *(DOUBLED, "a_spec.rb", 'it "a" do\n  f\nend\n'),
        'it "k" do\n  g\nend\nit "a" do\n  f\nend\n',
        'it "a" do\n  f\nend\nit "k" do\n  h\nend\n',
        'it "k" do\n  g\nend\nit "a" do\n  f\nend\nit "k" do\n  h\nend\n',
    ),
    "a function in two places": (
        *(DOUBLED, "a.ex", "defmodule A do\n  def f(x), do: x\nend\n"),
        "defmodule A do\n  def k(x), do: x\n\n  def f(x), do: x\nend\n",
        "defmodule A do\n  def f(x), do: x\n\n  def k(y), do: 1\nend\n",
        "defmodule A do\n  def k(x), do: x\n\n  def f(x), do: x\n\n  def k(y), do: 1\nend\n",
    ),
    "a name that two statements import": (
        *(DOUBLED, "a.rs", "use z::y;\nuse x::w;\n", "use a::b;\nuse z::y;\nuse x::w;\n"),
        "use z::y;\nuse x::w;\nuse a::{b, c};\n",
        "use a::b;\nuse z::y;\nuse x::w;\nuse a::{b, c};\n",
    ),
    "a name that Python imports twice": (
        *(DOUBLED, "a.py", "import m\nimport n\n", "from x import a\nimport m\nimport n\n"),
        "import m\nimport n\nfrom x import a, b\n",
        "from x import a\nimport m\nimport n\nfrom x import a, b\n",
    ),
    "a number that two fields have": (
        *(DOUBLED, "a.proto", 'syntax = "proto3";\nmessage M {\n  int32 a = 1;\n}\n'),
        'syntax = "proto3";\nmessage M {\n  int32 b = 2;\n  int32 a = 1;\n}\n',
        'syntax = "proto3";\nmessage M {\n  int32 a = 1;\n  int32 c = 2;\n}\n',
        'syntax = "proto3";\nmessage M {\n  int32 b = 2;\n  int32 a = 1;\n  int32 c = 2;\n}\n',
    ),
    "a name that two numbers have": (
        *(DOUBLED, "a.proto", 'syntax = "proto3";\nmessage M {\n  int32 a = 1;\n}\n'),
        'syntax = "proto3";\nmessage M {\n  int32 k = 2;\n  int32 a = 1;\n}\n',
        'syntax = "proto3";\nmessage M {\n  int32 a = 1;\n  int32 k = 3;\n}\n',
        'syntax = "proto3";\nmessage M {\n  int32 k = 2;\n  int32 a = 1;\n  int32 k = 3;\n}\n',
    ),
    "two parameters of one name": (
        *(BROKEN, "a.py", "def f(x, y):\n    g()\n", "def f(k, x, y):\n    g()\n"),
        "def f(x, y, k):\n    g()\n",
        "def f(k, x, y, k):\n    g()\n",
    ),
    "an entry in an order of nobody": (
        *(TORN, "a.json", '{\n  "w": "s",\n  "a": 1,\n  "l": 2\n}\n'),
        '{\n  "a": 1,\n  "l": 2,\n  "w": "s"\n}\n',
        '{\n  "w": "s",\n  "a": 9,\n  "l": 2\n}\n',
        '{\n  "a": 9,\n  "w": "s",\n  "l": 2\n}\n',
    ),
    "indentation": (
        *(BROKEN, "a.py", "f()\ng()\nh()\n", "f(1)\ng()\nh()\n", "f()\ng()\nh(1)\n"),
        "f(1)\n  g()\nh(1)\n",
    ),
    "a bracket": (
        *(BROKEN, "a.js", "function f() {\n  g();\n}\n", "function f() {\n  g(1);\n}\n"),
        "function f() {\n  g();\n}\nh();\n",
        "function f() {\n  g(1);\n\nh();\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_merge_is_found(case: tuple[FindingKind, str, str, str, str, str]) -> None:
    kind, *texts = case
    assert kind in kinds(*texts)


def test_a_finding_says_what_and_where() -> None:
    base = ONE.encode()
    (found,) = verify(base, b"foo()\n" + base, base + b"e\n", base + b"e\n", None)
    assert found.kind is LOST
    assert found.what == "foo ( )"
    assert found.reason == "left put in `foo ( )`, the result does not have it"
    (found,) = verify(base, b"n\n" + base, base + b"e\n", b"n\n" + base + b"\n\nz\ne\n", None)
    assert (found.what, found.line) == ("z", 8)


# --- laws ---------------------------------------------------------------------------------

TEXTS = st.lists(
    st.sampled_from([b"a", b"b()", b"  c = 1", b"}", b"", b"if x {", b"import m", b"d, e\r"])
).map(lambda lines: b"\n".join(lines) + b"\n")
BYTES = st.binary(max_size=60)


@given(TEXTS | BYTES, TEXTS | BYTES)
def test_what_one_side_changed_is_the_result(base: bytes, side: bytes) -> None:
    assert verify(base, side, base, side, None) == ()
    assert verify(base, base, side, side, None) == ()


@given(TEXTS | BYTES, TEXTS | BYTES)
def test_what_both_changed_alike_is_the_result(base: bytes, side: bytes) -> None:
    assert verify(base, side, side, side, None) == ()


@given(TEXTS | BYTES, TEXTS | BYTES, TEXTS | BYTES, TEXTS | BYTES)
def test_any_bytes_will_do(base: bytes, left: bytes, right: bytes, result: bytes) -> None:
    language = language_of(RepoPath(b"a.py"), b"")
    verify(base, left, right, result, language)


@given(st.permutations([b"w%d x%d\n" % (n, n) for n in range(8)]), st.data())
def test_edits_of_distinct_lines_are_accounted_for_and_no_line_may_go(
    lines: list[bytes], data: st.DataObject
) -> None:
    """Each line is distinct, so there is one right result if no two edits touch."""
    edits = data.draw(st.lists(st.sampled_from(["left", "right", "none"]), min_size=8, max_size=8))
    sides = {
        side: [
            line.replace(b"x", side.encode()) if edit == side else line
            for line, edit in zip(lines, edits, strict=True)
        ]
        for side in ("left", "right")
    }
    result = [sides[edit][at] if edit != "none" else lines[at] for at, edit in enumerate(edits)]
    base, left, right = (b"".join(each) for each in (lines, sides["left"], sides["right"]))
    assert verify(base, left, right, b"".join(result), None) == ()
    gone = data.draw(st.integers(0, 7))
    without = b"".join(result[:gone] + result[gone + 1 :])
    if left != right:
        assert verify(base, left, right, without, None)
    for one, other in pairwise(range(8)):
        swapped = result.copy()
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert verify(base, left, right, b"".join(swapped), None)
