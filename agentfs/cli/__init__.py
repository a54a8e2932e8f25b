"""The command `agentfs`: one module a command, each a client of `wire` and `query`.

`main` is the edge where errors end, `exits` its table, `lazy` loads a command when it is
asked for, `repository` finds out which repository is meant, `coordinator` talks to its
coordinator, `output` prints.  Only this package reads the environment.
"""
