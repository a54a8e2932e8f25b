const List = ({ users }) => {
  return render(users);
};
