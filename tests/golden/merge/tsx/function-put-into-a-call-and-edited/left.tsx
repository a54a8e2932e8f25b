export const List = memo(({ users }) => {
  const [page, setPage] = useState(0);

  return render(users, page);
});

const reset = useCallback(() => {
  run(1);
}, []);
