<?php
function label(int $n): string {
    return match (true) {
        $n > 10 => 'many',
<<<<<<< left
        $n > 5 => 'some',
=======
        $n > 7 => 'more',
>>>>>>> right
        default => 'few',
    };
}
