"""`make bench`: what mounting, saving, an idle view, many views and merging cost, in figures.

A module a subject.  What touches a mount is measured by a program beside us (`aside`), which
can be given up if the mount hangs; what it stands on is `tools.rig`.
"""
