<?php

use App\Events\{Archived, Created, Deleted, Updated};

enum Level: string
{
    case Low = 'low';
    case High = 'high';
}

class Job
{
    use Queueable;

    protected $fillable = ['name', 'email'];
}
