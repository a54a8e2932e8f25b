<?php

$sql = <<<SQL
    SELECT id, name, email
    FROM users
    WHERE active = 1
    SQL;
$rows = query($sql);
