<?php

use App\Kernel;
use Guzzle\Client;

Kernel::boot();
