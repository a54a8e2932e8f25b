{
  users = [ ];
}
