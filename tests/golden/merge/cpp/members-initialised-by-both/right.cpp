Server::Server(int port)
    : port_(port),
      running_(false),
      name_("server")
{
    listen(port_);
}
