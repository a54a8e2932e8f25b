<?php

$client = connect('db.internal', 3306, timeout: 5);
echo $client->version();
