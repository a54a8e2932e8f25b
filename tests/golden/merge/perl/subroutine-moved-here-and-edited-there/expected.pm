package Store;

use strict;
use warnings;
use List::Util qw(sum max);

our $VERSION = '1.0';

sub add {
    my ($self, $item) = @_;
    push @{ $self->{items} }, $item;
    return $self;
}

# Makes one.
sub new {
    my ($class, %args) = @_;
    my $self = { items => [], limit => 20 };
    return bless $self, $class;
}

1;
