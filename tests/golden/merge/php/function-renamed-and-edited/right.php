<?php

function total(array $rows)
{
    $sum = 0;
    foreach ($rows as $row) {
        $sum += $row->price * $row->count;
    }
    return $sum;
}

function show(array $rows)
{
    echo total($rows);
}
