{ config, lib, pkgs, ... }:

let
  cfg = config.services.web;
  port = 8080;
in
{
  imports = [ ./hardware.nix ./zfs.nix ];

  services.web.enable = true;
  services.web.port = port;

  environment.systemPackages = with pkgs; [
    git
    vim
  ];

  systemd.services.web.script = ''
    mkdir -p /srv
    cd /srv
    exec web --port 8080
  '';
}
