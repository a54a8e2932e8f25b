<?php

function ship(Order $order)
{
    return $order->send();
}
