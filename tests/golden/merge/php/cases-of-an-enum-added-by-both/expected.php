<?php

use App\Events\{Created, Deleted};

enum Level: string
{
    case Low = 'low';
    case High = 'high';
    case Urgent = 'urgent';
    case Never = 'never';
}

class Job
{
    use Queueable;

    protected $fillable = ['name', 'email'];
}
