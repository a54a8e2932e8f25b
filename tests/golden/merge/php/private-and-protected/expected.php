<?php

class Parser
{
    public function run(string $text): array
    {
        return $this->split($text);
    }

<<<<<<< left
    private function split(string $text): array
=======
    protected function split(string $text): array
>>>>>>> right
    {
        return explode(' ', $text);
    }
}
