<?php
function total($items) {
    $sum = 0;
    foreach ($items as $item) {
        $sum += $item->price;
    }
    log_it('done');
    report('x');
    $n = count($items);
    return $n;
}
