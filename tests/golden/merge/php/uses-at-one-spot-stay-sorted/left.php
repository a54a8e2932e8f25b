<?php

use App\Models\Customer;
use App\Models\Product;
use App\Models\User;

return new Report(Customer::class, User::class);
