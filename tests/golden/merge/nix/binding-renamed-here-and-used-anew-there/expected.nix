let
  version = "1";
in
{
<<<<<<< left
  x = version;
=======
  x = ver;
  y = ver;
>>>>>>> right
}
