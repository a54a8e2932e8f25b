let
  b = 2;
in
{
  x = b;
}
