<?php

function parse(int|string|null|float $value): ?int
{
    try {
        return read($value);
    } catch (ParseError|TypeError|ValueError|RangeError $error) {
        return null;
    } catch (Closed $error) {
        return 0;
    } finally {
        close();
    }
}
