import styles from "./list.css";

export function reset(page: Page) {
  page.go(0);
<<<<<<< left
}

export function load(page: Page) {
  page.show(cached());
=======
  api.log("reset");
}

export function load(page: Page) {
  page.show(api.users());
>>>>>>> right
}
