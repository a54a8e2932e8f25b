<?php

function import(array $rows): int
{
    $count = 0;
    foreach ($rows as $row) {
        $record = Record::make($row);
        $record->save();
        $count++;
    }
    return $count;
}
