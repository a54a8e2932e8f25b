<?php

function parse(int|string $value): ?int
{
    try {
        return read($value);
    } catch (ParseError|TypeError $error) {
        return null;
    }
}
