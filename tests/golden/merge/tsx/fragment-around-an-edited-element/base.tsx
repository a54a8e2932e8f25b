export function Row({ item }: { item: Item }) {
  return (
    <tr>
      <td>{item.name}</td>
      <td>{item.price}</td>
    </tr>
  );
}
