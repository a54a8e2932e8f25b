package Store;

use parent qw(Base Logged);

sub load { return 1; }

1;
