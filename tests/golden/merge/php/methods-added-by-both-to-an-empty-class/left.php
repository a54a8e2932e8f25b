<?php

class Cart
{
    public function add(): void
    {
        $this->count++;
    }
}
