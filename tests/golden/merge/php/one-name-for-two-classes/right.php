<?php

use App\Kernel;
use Redis\Client;

Kernel::boot();
