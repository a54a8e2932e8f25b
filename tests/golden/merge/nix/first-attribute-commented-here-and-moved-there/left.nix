{ pkgs }:
{
  services.web = {
    # Behind the proxy.
    port = 80;
    host = "a";
    jobs = 4;
  };
}
