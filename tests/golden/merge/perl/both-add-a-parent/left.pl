package Store;

use parent qw(Base Cached);

sub load { return 1; }

1;
