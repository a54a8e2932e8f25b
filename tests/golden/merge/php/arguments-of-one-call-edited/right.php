<?php

$client = connect('localhost', 3306, timeout: 30);
echo $client->version();
