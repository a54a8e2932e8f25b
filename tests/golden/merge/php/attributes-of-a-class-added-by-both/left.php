<?php

#[Entity]
#[Table('orders')]
#[Cached(60)]
final class Order
{
    public int $id;
}
