<?php

$names = ['ann', 'bob', 'cy', 'dee'];
<<<<<<< left
$process = new Process(['git', 'log', '-1']);
=======
$process = new Process(['git', 'log', '--all']);
>>>>>>> right
