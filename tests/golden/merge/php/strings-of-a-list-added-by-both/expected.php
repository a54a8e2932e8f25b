<?php

use App\Events\{Created, Deleted};

enum Level: string
{
    case Low = 'low';
    case High = 'high';
}

class Job
{
    use Queueable;

    protected $fillable = ['name', 'email', 'phone', 'city'];
}
