<?php

namespace App\Services;

class Cart
{
    private array $lines = [];

    public function add(Line $line): void
    {
        $this->lines[] = $line;
    }

    public function clear(): void
    {
        $this->lines = [];
    }
}
