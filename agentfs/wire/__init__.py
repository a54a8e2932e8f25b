"""Messages between the processes of one repository, and the socket that carries them."""
