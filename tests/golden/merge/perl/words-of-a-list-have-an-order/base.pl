use strict;

my @steps = qw(fetch build test);
run($_) for @steps;
