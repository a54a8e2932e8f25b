<?php

#[Entity]
#[Table('orders')]
final class Order
{
    public int $id;
}
