{
  users = [ { a = 1; } ];
}
