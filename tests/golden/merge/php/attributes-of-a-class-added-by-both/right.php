<?php

#[Entity]
#[Table('orders')]
#[Audited]
final class Order
{
    public int $id;
}
