<?php
$a = match ($x) {
    3, 5 => 30,
    4 => 40,
    default => 0,
};
