<?php

function sumOf(array $rows)
{
    $sum = 0;
    foreach ($rows as $row) {
        $sum += $row->price;
    }
    return $sum;
}

function show(array $rows)
{
    echo sumOf($rows);
}
