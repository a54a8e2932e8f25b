<?php
function label(int $n): string {
    return match (true) {
        $n > 10 => 'many',
        default => 'few',
    };
}
