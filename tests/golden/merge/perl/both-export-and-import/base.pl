package Store;

use strict;
use POSIX qw(floor);

our @EXPORT_OK = qw(load save);

sub load { return 1; }

1;
