<?php

class Box
{
    private $log;
    private $items = [];

    public function add($item)
    {
        $this->items[] = $item;
        return $this;
    }

    public function note($m)
    {
        $this->log->info($m);
    }

    public function count()
    {
        return count($this->items);
    }
}
