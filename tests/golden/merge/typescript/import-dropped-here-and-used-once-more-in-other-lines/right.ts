import { api } from "../api";
import styles from "./list.css";

export function reset(page: Page) {
  page.go(0);
  api.log("reset");
}

export function load(page: Page) {
  page.show(api.users());
}
