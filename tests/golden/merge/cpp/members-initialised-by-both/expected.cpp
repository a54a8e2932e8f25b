Server::Server(int port)
    : port_(port),
      running_(false),
<<<<<<< left
      clients_(0)
=======
      name_("server")
>>>>>>> right
{
    listen(port_);
}
