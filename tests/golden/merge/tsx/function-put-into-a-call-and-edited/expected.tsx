export const List = memo(({ users }) => {
  const [page, setPage] = useState(1);

  return render(users, page);
});

const reset = useCallback(() => {
  run(2);
}, []);
