@Component({
  selector: "app-root",
  template: "<p></p>",
})
export class Root {}
