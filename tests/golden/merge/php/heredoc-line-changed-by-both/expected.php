<?php

$sql = <<<SQL
<<<<<<< left
    SELECT id, name, email
=======
    SELECT id, full_name
>>>>>>> right
    FROM users
    WHERE active = 1
    SQL;
$rows = query($sql);
