<<<<<<< left
const List = memo(({ users }) => {
=======
const List = observer(({ users }) => {
>>>>>>> right
  return render(users);
});
