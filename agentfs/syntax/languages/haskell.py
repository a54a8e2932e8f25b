"""Haskell."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_EQUATIONS: Final = frozenset({"signature", "function", "bind"})

# Classes for which it counts where a constructor stands.
_COUNTED: Final = re.compile(rb"(?s).*\b(?:Ord|Enum|Bounded|Ix)\b.*")

PROFILES: Final = (
    Profile(
        name="haskell",
        grammar="haskell",
        suffixes=(b".hs", b".hs-boot"),
        interpreters=(b"runhaskell", b"runghc"),
        definitions={
            "signature": "function",
            "function": "function",
            "bind": "function",
            "data_type": "type",
            "newtype": "type",
            "type_synomym": "type",
            "type_family": "type",
            "data_family": "type",
            "type_instance": "type",
            "class": "class",
            "instance": "class",
        },
        inside=frozenset({"class", "instance"}),
        through=frozenset(
            {"declarations", "class_declarations", "instance_declarations", "imports"}
        ),
        attached=frozenset({"comment", "haddock"}),
        joined=_EQUATIONS,
        imports=frozenset({"import"}),
        # An operator that is defined stands between its operands.
        name_places=dict.fromkeys(_EQUATIONS, ""),
        steps={"infix": "operator", "prefix_id": "", "binding_list": ""},
        # The arrow of a type is a "function", and a statement of ``do`` is a "bind".
        value_places={"function": "match", "bind": "match"},
        values=frozenset({"match"}),
        comments=frozenset({"comment", "haddock"}),
        bodies=frozenset({"imports", "declarations", "alternatives"}),
        atomic=frozenset({"quasiquote"}),
        unordered=(
            Unordered(parents=frozenset({"exports"}), items=frozenset({"export", "module_export"})),
            Unordered(parents=frozenset({"import_list"}), items=frozenset({"import_name"})),
            Unordered(parents=frozenset({"haskell"}), items=frozenset({"pragma"})),
            Unordered(
                parents=frozenset({"declarations"}),
                items=frozenset({"deriving_instance", "fixity", "foreign_import"}),
            ),
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"name"}),
                named=frozenset({b"deriving"}),
                name_place="../deriving",
            ),
            # What must hold of a type, all of it.
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"apply", "name", "infix", "qualified"}),
                named=frozenset({b"=>"}),
                name_place="../arrow",
                keys=(),
            ),
            Unordered(parents=frozenset({"record"}), items=frozenset({"field_update"})),
            Unordered(
                parents=frozenset({"data_constructors"}),
                items=frozenset({"data_constructor"}),
                name_place="../deriving*",
                not_matching=_COUNTED,
            ),
        ),
        separators={"data_constructors": b"|"},
        merged_as={"parens": "tuple"},
        keys={
            "import": ("qualified", "module", "alias", "hiding"),
            "export": (),
            "module_export": (),
            "import_name": (),
            "pragma": (),
            "name": (),
            "instance": ("name", "patterns"),
            "type_instance": ("name", "patterns"),
            "deriving_instance": ("name", "patterns"),
            "fixity": ("operator",),
            "foreign_import": ("signature/name",),
            "field_update": ("field",),
            "field": ("name",),
            "data_constructor": ("constructor/name",),
            "alternative": ("pattern",),
        },
        mentions=(
            # A field of a record, as the function that it is elsewhere.
            (
                re.compile(rb"(?:(?<=[=$+.,>|] )|(?<=\())([a-z_][\w']*)(?= [a-z(])"),
                re.compile(rb"(?m)[{,][ \t\n]*([a-z_][\w']*)(?=[ \t]*(?:,[^\n:]*)?::)"),
            ),
        ),
        unique=frozenset(
            {"export", "import_name", "name", "deriving_instance", "fixity", "foreign_import"}
            | {"field_update", "field", "data_constructor"}
        ),
        distinct={
            "function": (".[match/guards=]/name|patterns*",),
            "alternative": (".[match/guards=]/pattern",),
        },
        indented=True,
    ),
)
