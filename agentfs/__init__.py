"""agentfs: one repository, many agents, a mounted view each."""

__version__ = "0.1.0"
