<?php

namespace App;

use App\Log;
use App\Mail;

class Box
{
    private $log;
    private $list = [];

    public function __construct(Log $log)
    {
        $this->log = $log;
    }

    public function add($item)
    {
        $this->list[] = $item;
        return $this;
    }

    public function count()
    {
        return count($this->list);
    }
}
