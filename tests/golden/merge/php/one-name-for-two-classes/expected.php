<?php

use App\Kernel;
<<<<<<< left
use Guzzle\Client;
=======
use Redis\Client;
>>>>>>> right

Kernel::boot();
