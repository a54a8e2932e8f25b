<?php
function total($items) {
    $total = 0;
    foreach ($items as $item) {
<<<<<<< left
        $total += $item->price;
    }
    log_it('done');
    report('x');
=======
        $sum += $item->price;
    }
    log_it('done');
    report($sum);
>>>>>>> right
    $n = count($items);
    return $n;
}
