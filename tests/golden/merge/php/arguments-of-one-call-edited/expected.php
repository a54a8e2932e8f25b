<?php

$client = connect('db.internal', 3306, timeout: 30);
echo $client->version();
