#[derive(Parser)]
struct Opt {
    #[arg(short, long, value_parser)]
    name: String,
}
