let
  version = "1";
in
{
  x = version;
}
