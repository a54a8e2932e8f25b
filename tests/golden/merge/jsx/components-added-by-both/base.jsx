export function Header() {
  return <h1>News</h1>;
}
