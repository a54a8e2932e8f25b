Server::Server(int port)
    : port_(port),
      running_(false)
{
    listen(port_);
}
