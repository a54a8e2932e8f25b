#[derive(Parser)]
struct Opt {
    #[clap(short, long, value_parser)]
    name: String,
}
