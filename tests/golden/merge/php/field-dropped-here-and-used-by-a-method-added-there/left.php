<?php

class Box
{
    private $items = [];

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
