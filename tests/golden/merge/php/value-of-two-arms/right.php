<?php
$a = match ($x) {
    3 => 30,
    4, 5 => 40,
    default => 0,
};
