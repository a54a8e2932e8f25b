<?php

<<<<<<< left
function ship(Order $order, bool $express)
=======
function ship(Order $order, string $carrier)
>>>>>>> right
{
    return $order->send();
}
