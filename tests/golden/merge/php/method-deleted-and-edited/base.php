<?php

class Mailer
{
    public function open(): void
    {
        $this->socket->connect();
    }

    public function ping(): bool
    {
        return $this->socket->write('NOOP');
    }

    public function close(): void
    {
        $this->socket->close();
    }
}
