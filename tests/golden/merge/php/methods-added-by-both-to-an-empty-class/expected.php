<?php

class Cart
{
    public function add(): void
    {
        $this->count++;
    }

    public function clear(): void
    {
        $this->count = 0;
    }
}
