<?php
function total($items) {
    $sum = 0;
    foreach ($items as $item) {
        $sum += $item->price;
    }
    log_it('done');
    report($sum);
    $n = count($items);
    return $n;
}
