"""The trunk and the git repository around it.  The only package that knows pygit2.

Import from the modules: `layout` (our folder in the git folder), `repository` (finding a
repository, revisions), `objects` (reading and writing git objects), `trees` and `commits`
(what objects mean), `branch` (the ref), `init` (making the trunk branch).
"""
