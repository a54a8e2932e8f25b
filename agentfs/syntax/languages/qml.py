"""QML: objects and their properties, around the JavaScript and the types of TypeScript."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from agentfs.syntax.languages.typescript import PROFILES as TYPESCRIPT
from agentfs.syntax.profile import Profile, Unordered

_DEFINITIONS: Final = {"ui_inline_component": "class", "ui_signal": "function"}
_ENTRIES: Final = frozenset({"ui_binding", "ui_property", "ui_required"})
_SCRIPT: Final = TYPESCRIPT[0]

PROFILES: Final[tuple[Profile, ...]] = (
    replace(
        _SCRIPT,
        name="qml",
        grammar="qmljs",
        suffixes=(b".qml",),
        interpreters=(),
        definitions={**_SCRIPT.definitions, **_DEFINITIONS},
        inside=_SCRIPT.inside | {"ui_inline_component"},
        through=_SCRIPT.through
        | {"ui_object_definition", "ui_object_definition_binding", "ui_object_initializer"},
        wrappers=_SCRIPT.wrappers | {"ui_annotated_object_member"},
        imports=frozenset({"ui_import", "import_statement"}),
        unordered=(
            *_SCRIPT.unordered,
            Unordered(
                parents=frozenset({"ui_object_initializer"}),
                items=_ENTRIES
                | {*_DEFINITIONS}
                | {"function_declaration", "enum_declaration", "ui_object_definition_binding"},
            ),
        ),
        keys={
            **_SCRIPT.keys,
            "ui_import": ("source", "alias"),
            **dict.fromkeys(_ENTRIES, ("name",)),
            # ``Behavior on x``
            "ui_object_definition_binding": ("type_name", "name"),
            "ui_object_definition": ("initializer/ui_binding[name=id]/value",),
        },
        unique=_SCRIPT.unique | _ENTRIES | {"ui_import"},
        distinct={**_SCRIPT.distinct, "ui_import": ("alias",)},
    ),
)
