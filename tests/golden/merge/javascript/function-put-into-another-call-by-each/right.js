const List = observer(({ users }) => {
  return render(users);
});
