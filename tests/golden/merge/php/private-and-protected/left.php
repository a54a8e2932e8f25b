<?php

class Parser
{
    public function run(string $text): array
    {
        return $this->split($text);
    }

    private function split(string $text): array
    {
        return explode(' ', $text);
    }
}
