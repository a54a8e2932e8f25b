<?php
function total($items) {
    $total = 0;
    foreach ($items as $item) {
        $total += $item->price;
    }
    log_it('done');
    report('x');
    $n = count($items);
    return $n;
}
