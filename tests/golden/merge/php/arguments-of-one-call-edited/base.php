<?php

$client = connect('localhost', 3306, timeout: 5);
echo $client->version();
