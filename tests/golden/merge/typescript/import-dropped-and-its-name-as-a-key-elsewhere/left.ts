import styles from "./list.css";

export function reset(page: Page) {
  page.go(0);
}

export function load(page: Page) {
  page.show(cached());
}
