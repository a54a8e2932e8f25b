{ pkgs }:
{
  services.web = {
    host = "a";
    jobs = 4;
    # Behind the proxy.
    port = 80;
  };
}
