<?php

use App\Models\Customer;
use App\Models\Order;
use App\Models\User;

return new Report(Customer::class, User::class);
