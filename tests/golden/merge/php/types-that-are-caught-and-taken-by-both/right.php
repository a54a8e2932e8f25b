<?php

function parse(int|string|float $value): ?int
{
    try {
        return read($value);
    } catch (ParseError|TypeError|RangeError $error) {
        return null;
    } finally {
        close();
    }
}
