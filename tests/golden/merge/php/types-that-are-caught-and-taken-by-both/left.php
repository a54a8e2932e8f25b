<?php

function parse(int|string|null $value): ?int
{
    try {
        return read($value);
    } catch (ParseError|TypeError|ValueError $error) {
        return null;
    } catch (Closed $error) {
        return 0;
    }
}
