package Store;

use strict;
use POSIX qw(floor ceil);

our @EXPORT_OK = qw(load save drop);

sub load { return 1; }

1;
