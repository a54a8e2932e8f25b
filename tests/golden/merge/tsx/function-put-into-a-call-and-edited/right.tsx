export const List = ({ users }) => {
  const [page, setPage] = useState(1);

  return render(users, page);
};

const reset = () => {
  run(2);
};
