@Component({
  selector: "app-root",
  template: "<p></p>",
  providers: [Store],
})
export class Root {}
