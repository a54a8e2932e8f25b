use strict;

my @steps = qw(fetch build test lint);
run($_) for @steps;
