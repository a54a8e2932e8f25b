<?php

class Parser
{
    public function run(string $text): array
    {
        return $this->split($text);
    }

    protected function split(string $text): array
    {
        return explode(' ', $text);
    }
}
