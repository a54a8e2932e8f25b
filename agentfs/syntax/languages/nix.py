"""Nix."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Lexical, Parts, Profile, Unordered

_SETS: Final = frozenset(
    {b"buildInputs", b"nativeBuildInputs", b"propagatedBuildInputs", b"checkInputs"}
    | {b"propagatedNativeBuildInputs", b"nativeCheckInputs", b"packages", b"maintainers"}
    | {b"meta.maintainers", b"platforms", b"meta.platforms", b"dependencies", b"build-system"}
    | {b"environment.systemPackages", b"home.packages", b"fonts.packages", b"systemPackages"}
    | {b"imports", b"pythonImportsCheck", b"supportedFilesystems", b"extraGroups"}
    | {b"networking.firewall.allowedTCPPorts", b"allowedTCPPorts", b"allowedUDPPorts"}
    | {b"networking.firewall.allowedUDPPorts", b"boot.supportedFilesystems"}
    | {b"boot.kernelModules", b"boot.initrd.availableKernelModules", b"kernelModules"}
)
"""Attributes whose lists are sets.  In others an order may count: flags, patches, overlays."""
_ELEMENTS: Final = frozenset(
    {"variable_expression", "select_expression", "string_expression", "path_expression"}
    | {"integer_expression"}
)

_BOUND: Final = ("binding_set/binding*/attrpath/attr", "binding_set/binding*/attrs/attr*")

PROFILES: Final = (
    Profile(
        name="nix",
        grammar="nix",
        suffixes=(b".nix",),
        definitions={"binding": "function"},
        inside=frozenset(),
        through=frozenset(
            {"let_expression", "binding_set", "attrset_expression", "rec_attrset_expression"}
            | {"function_expression", "with_expression"}
        ),
        name_places={"binding": "attrpath"},
        value_places={"binding": "expression"},
        values=frozenset({"function_expression"}),
        bodies=frozenset({"binding_set"}),
        atomic=frozenset({"string_expression", "indented_string_expression"}),
        unordered=(
            # What is defined may be used before, in `let` and in `rec`.
            Unordered(
                parents=frozenset({"binding_set"}),
                items=frozenset({"binding", "inherit", "inherit_from"}),
            ),
            Unordered(parents=frozenset({"inherited_attrs"}), items=frozenset({"identifier"})),
            Unordered(parents=frozenset({"formals"}), items=frozenset({"formal"})),
            Unordered(
                parents=frozenset({"list_expression"}),
                items=_ELEMENTS,
                keys=(),
                name_place="../attrpath",
                named=_SETS,
            ),
            # The same behind `with pkgs;` and before `++`.
            Unordered(
                parents=frozenset({"list_expression"}),
                items=_ELEMENTS,
                keys=(),
                name_place="../../attrpath",
                named=_SETS,
            ),
        ),
        keys={
            "binding": ("attrpath",),
            "inherit": ("attrs",),
            "inherit_from": ("(", "expression"),
            "identifier": (),
            "formal": ("name",),
        },
        unique=frozenset({"binding", "identifier", "formal"}),
        parts=Parts(between=b"."),
        lexical=Lexical(
            uses={"variable_expression": "name", "inherit": "attrs/attr*"},
            binds={
                "let_expression": _BOUND,
                "rec_attrset_expression": _BOUND,
                "function_expression": ("universal", "formals/formal*/name"),
            },
        ),
    ),
)
