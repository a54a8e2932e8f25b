<?php

class Cart
{
    public function clear(): void
    {
        $this->count = 0;
    }
}
