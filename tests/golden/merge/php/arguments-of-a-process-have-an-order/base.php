<?php

$names = ['ann', 'bob'];
$process = new Process(['git', 'log']);
