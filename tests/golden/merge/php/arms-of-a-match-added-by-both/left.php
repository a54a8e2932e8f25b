<?php
function label(string $s): string {
    return match ($s) {
        'a' => 'Alpha',
        'b' => 'Beta',
        default => 'Other',
    };
}
