<?php

class Limits
{
    public const MAX_ROWS = 100;
    public const MAX_COLUMNS = 20;
    private const PADDING = 2;

    public static function rows(): int
    {
        return self::MAX_ROWS;
    }
}
