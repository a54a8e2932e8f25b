"""The command `agentfs`: one module a command, each a client of `wire`, `query` or `standalone`.

`main` is the edge where errors end, `exits` its table, `lazy` loads a command when it is
asked for, `repository` finds out which repository is meant, `coordinator` talks to its
coordinator, `output` and `table` print, `files` writes whole files, `speaking` is for commands
whose exit status is no error's.  Only this package reads the environment.
"""
