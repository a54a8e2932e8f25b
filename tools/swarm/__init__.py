"""`make demo`: a swarm of agents edits one repository through agentfs, all at the same time,
with ordinary tools; then everything that agentfs promises of it is checked.

`corpus` makes the repository, `landmarks` and `plan` say who edits what, `edits` does one
edit, `agent`, `observer` and `scan` are programs that the swarm runs beside itself, `crew`
runs the agents, `demo` all of it, `checks` looks at what came of it, `times` and `report`
tell.
"""
