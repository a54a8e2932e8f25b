<?php

function ship(Order $order, string $carrier)
{
    return $order->send();
}
