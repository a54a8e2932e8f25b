use strict;

my @steps = qw(fetch lint build test deploy);
run($_) for @steps;
