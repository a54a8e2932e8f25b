package Store;

use strict;
use POSIX qw(floor fmod);

our @EXPORT_OK = qw(load save list);

sub load { return 1; }

1;
