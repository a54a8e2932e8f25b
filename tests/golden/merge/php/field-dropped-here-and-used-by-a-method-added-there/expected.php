<?php

class Box
{
<<<<<<< left
    private $items = [];

    public function add($item)
    {
        $this->items[] = $item;
        return $this;
=======
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
>>>>>>> right
    }

    public function count()
    {
        return count($this->items);
    }
}
