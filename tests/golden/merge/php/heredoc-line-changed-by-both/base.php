<?php

$sql = <<<SQL
    SELECT id, name
    FROM users
    WHERE active = 1
    SQL;
$rows = query($sql);
