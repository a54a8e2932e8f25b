{ pkgs }:
{
  services.web = {
    host = "a";
    jobs = 4;
    port = 80;
  };
}
