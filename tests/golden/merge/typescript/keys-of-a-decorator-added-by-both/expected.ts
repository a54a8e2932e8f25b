@Component({
  selector: "app-root",
  template: "<p></p>",
  styles: [],
  providers: [Store],
})
export class Root {}
