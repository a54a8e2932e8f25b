let
  ver = "1";
in
{
  x = ver;
  y = ver;
}
