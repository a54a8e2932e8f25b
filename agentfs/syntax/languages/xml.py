"""XML.  The order of elements has meaning, but in elements that are known to be plain sets."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered, Worded

_NAMES: Final = (b"app.config", b"App.config", b"web.config", b"Web.config", b"packages.config")
_TAGS: Final = ("STag", "EmptyElemTag")
_TELLING: Final = ("id", "name", "key", "Include", "Update", "Remove", "x:Key", "android:name")
"""Attributes that tell an element from others of its tag."""
_NAMING: Final = ("groupId", "artifactId", "type", "classifier", "id")
"""Elements that do the same for the one that they are in."""
_SETS: Final = frozenset(
    {b"dependencies", b"plugins", b"properties", b"resources", b"repositories", b"profiles"}
    | {b"pluginRepositories", b"exclusions", b"ItemGroup", b"PropertyGroup", b"appSettings"}
    | {b"connectionStrings", b"packages", b"configuration", b"project", b"dependency", b"plugin"}
    | {b"build", b"defs", b"parent", b"scm", b"developer", b"license", b"execution"}
    | {b"repository", b"extensions", b"developers", b"contributors", b"testResources"}
    | {b"manifest", b"application", b"activity", b"intent-filter"}
)
_PLAIN_SETS: Final = frozenset({b"modules", b"excludes", b"includes", b"suites"})
_SEMICOLONS: Final = frozenset(
    {b"NoWarn", b"DefineConstants", b"TargetFrameworks", b"WarningsAsErrors"}
    | {b"RuntimeIdentifiers", b"WarningsNotAsErrors", b"PackageTags"}
)
"""Properties of MSBuild that are sets, written with ``;`` between."""

PROFILES: Final = (
    Profile(
        name="xml",
        grammar="xml",
        suffixes=(
            *(b".xml", b".xsd", b".xsl", b".xslt", b".svg", b".pom", b".csproj", b".fsproj"),
            *(b".vbproj", b".vcxproj", b".props", b".targets", b".nuspec", b".wsdl", b".plist"),
            *(b".resx", b".xaml", b".axml", b".storyboard", b".xib", b".iml", b".rss", b".xlf"),
            *(b".xhtml", b".kml", b".gpx", b".slnx", b".ui", b".qrc", b".jelly", b".fxml"),
            *(b".xliff", b".atom", b".wxs"),
        ),
        names=(*_NAMES, b"nuget.config", b"NuGet.config", b"NuGet.Config"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        comments=frozenset({"Comment"}),
        attached=frozenset({"Comment"}),
        atomic=frozenset({"AttValue", "CDSect", "CharData", "PI", "XMLDecl", "doctypedecl"}),
        worded={
            "CharData": (
                Worded(
                    word=re.compile(rb"[^\s;]+"),
                    between=b";",
                    unordered=re.compile(rb"[\w.-]+"),
                    named=_SEMICOLONS,
                    name_place="../../STag/Name",
                ),
            ),
        },
        unordered=(
            Unordered(parents=frozenset(_TAGS), items=frozenset({"Attribute"})),
            Unordered(
                parents=frozenset({"content"}),
                items=frozenset({"element"}),
                name_place="../STag/Name",
                named=_SETS,
            ),
            Unordered(
                parents=frozenset({"content"}),
                items=frozenset({"element"}),
                name_place="../STag/Name",
                named=_PLAIN_SETS,
                keys=(),
            ),
        ),
        keys={
            "Attribute": ("Name",),
            "element": (
                *(f"{tag}/Name" for tag in _TAGS),
                *(f"{tag}/Attribute[Name={name}]/AttValue" for tag in _TAGS for name in _TELLING),
                *(f"content/element[STag/Name={name}]" for name in _NAMING),
            ),
        },
        unique=frozenset({"Attribute"}),
        mentions=(
            (re.compile(rb"\$\{([\w.-]+)\}"), re.compile(rb"<([\w.-]+)>")),
            # What a drawing is painted, clipped or made with.
            (
                re.compile(rb"""(?:\burl\(|\bhref=["'])#([\w.-]+)"""),
                re.compile(rb"""\bid=["']([\w.-]+)["']"""),
            ),
        ),
    ),
)
