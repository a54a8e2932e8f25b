export const List = ({ users }) => {
  const [page, setPage] = useState(0);

  return render(users, page);
};

const reset = () => {
  run(1);
};
