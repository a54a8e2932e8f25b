Server::Server(int port)
    : port_(port),
      running_(false),
      clients_(0)
{
    listen(port_);
}
