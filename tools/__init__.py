"""Programs for those who work on agentfs: set-up, checks, swarm, bench."""
