<?php

$names = ['ann', 'bob', 'cy'];
$process = new Process(['git', 'log', '-1']);
