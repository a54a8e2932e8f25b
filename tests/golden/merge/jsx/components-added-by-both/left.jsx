export function Header() {
  return <h1>News</h1>;
}

export function Footer() {
  return <footer>{year}</footer>;
}
