@Component({
  selector: "app-root",
  template: "<p></p>",
  styles: [],
})
export class Root {}
