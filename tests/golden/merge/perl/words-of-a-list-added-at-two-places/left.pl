use strict;

my @steps = qw(fetch lint build test);
run($_) for @steps;
