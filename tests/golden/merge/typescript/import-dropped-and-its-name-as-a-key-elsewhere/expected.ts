import styles from "./list.css";

export function reset(page: Page) {
  page.go(0);
  page.api = { api: "api" }; // not the api
}

export function load(page: Page) {
  page.show(cached());
}
