let
<<<<<<< left
  b = 2;
in
{
  x = b;
=======
  a = 1;
  b = 2;
in
{
  x = b;
  y = a + 1;
>>>>>>> right
}
