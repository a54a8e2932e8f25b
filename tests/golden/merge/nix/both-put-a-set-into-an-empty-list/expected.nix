{
<<<<<<< left
  users = [ { a = 1; } ];
=======
  users = [ { b = 1; } ];
>>>>>>> right
}
