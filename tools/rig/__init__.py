"""What demo, benchmarks and crash tests stand on: programs with a time limit, the installed
command, a repository with its coordinator and views that are gone when it is over."""
