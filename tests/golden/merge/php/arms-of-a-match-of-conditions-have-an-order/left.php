<?php
function label(int $n): string {
    return match (true) {
        $n > 10 => 'many',
        $n > 5 => 'some',
        default => 'few',
    };
}
