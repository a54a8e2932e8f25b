package Store;

use strict;
use POSIX qw(floor ceil fmod);

our @EXPORT_OK = qw(load save drop list);

sub load { return 1; }

1;
