package Store;

use strict;
use warnings;
use List::Util qw(sum max);

our $VERSION = '1.0';

# Makes one.
sub new {
    my ($class, %args) = @_;
    my $self = { items => [], limit => 10 };
    return bless $self, $class;
}

<<<<<<< left
=======
sub add {
    my ($self, $item) = @_;
    unshift @{ $self->{items} }, $item;
    return $self;
}

>>>>>>> right
1;
