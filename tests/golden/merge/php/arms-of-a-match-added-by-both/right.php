<?php
function label(string $s): string {
    return match ($s) {
        'a' => 'Alpha',
        'c' => 'Gamma',
        default => 'Other',
    };
}
