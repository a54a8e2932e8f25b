use strict;

my @steps = qw(fetch build test deploy);
run($_) for @steps;
