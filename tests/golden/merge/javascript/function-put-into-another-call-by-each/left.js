const List = memo(({ users }) => {
  return render(users);
});
