package Store;

use parent qw(Base);

sub load { return 1; }

1;
