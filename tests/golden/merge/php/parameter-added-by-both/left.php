<?php

function ship(Order $order, bool $express)
{
    return $order->send();
}
