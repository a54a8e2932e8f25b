{ pkgs }:
{
  services.web = {
    port = 80;
    host = "a";
    jobs = 4;
  };
}
