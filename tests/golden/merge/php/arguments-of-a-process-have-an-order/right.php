<?php

$names = ['ann', 'bob', 'dee'];
$process = new Process(['git', 'log', '--all']);
