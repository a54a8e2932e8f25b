<?php

$sql = <<<SQL
    SELECT id, full_name
    FROM users
    WHERE active = 1
    SQL;
$rows = query($sql);
