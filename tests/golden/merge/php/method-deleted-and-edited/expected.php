<?php

class Mailer
{
    public function open(): void
    {
        $this->socket->connect();
    }

<<<<<<< left
=======
    public function ping(): bool
    {
        return $this->socket->write("NOOP\r\n");
    }

>>>>>>> right
    public function close(): void
    {
        $this->socket->close();
    }
}
