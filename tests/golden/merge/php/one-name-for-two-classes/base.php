<?php

use App\Kernel;

Kernel::boot();
