<?php

#[Entity]
#[Table('orders')]
#[Cached(60)]
#[Audited]
final class Order
{
    public int $id;
}
