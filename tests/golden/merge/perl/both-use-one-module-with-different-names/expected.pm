package Store;

use strict;
use warnings;
use List::Util qw(sum max);
use POSIX qw(floor ceil);

our $VERSION = '1.0';

# Makes one.
sub new {
    my ($class, %args) = @_;
    my $self = { items => [], limit => 10 };
    return bless $self, $class;
}

sub add {
    my ($self, $item) = @_;
    push @{ $self->{items} }, $item;
    return $self;
}

1;
