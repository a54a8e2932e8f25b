{
  users = [ { b = 1; } ];
}
