use strict;

<<<<<<< left
my @steps = qw(fetch build test lint);
=======
my @steps = qw(fetch build test deploy);
>>>>>>> right
run($_) for @steps;
