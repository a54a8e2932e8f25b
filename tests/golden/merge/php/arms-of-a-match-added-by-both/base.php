<?php
function label(string $s): string {
    return match ($s) {
        'a' => 'Alpha',
        default => 'Other',
    };
}
