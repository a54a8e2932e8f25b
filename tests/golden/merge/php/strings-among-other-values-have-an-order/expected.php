<?php

<<<<<<< left
run(['--name', $name, '--quiet']);
=======
run(['--name', $name, '--force']);
>>>>>>> right
