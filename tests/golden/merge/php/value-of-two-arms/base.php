<?php
$a = match ($x) {
    3 => 30,
    4 => 40,
    default => 0,
};
