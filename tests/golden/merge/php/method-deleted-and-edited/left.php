<?php

class Mailer
{
    public function open(): void
    {
        $this->socket->connect();
    }

    public function close(): void
    {
        $this->socket->close();
    }
}
