<?php

namespace App;

use App\Log;
use App\Mail;

class Box
{
    private $log;
    private $items = [];

    public function __construct(Log $log)
    {
        $this->log = $log;
    }

    public function add($item)
    {
        $this->items[] = $item;
        return $this;
    }

    public function count()
    {
        return count($this->items);
    }
}
