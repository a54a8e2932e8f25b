<?php

namespace App\Models;

use App\Base;
use App\Traits\Logs;

class User extends Base
{
    use Logs, Events;

    protected $fillable = [
        'name',
        'email',
    ];

    public function label(string $prefix): string
    {
        return $prefix . $this->name;
    }
}
