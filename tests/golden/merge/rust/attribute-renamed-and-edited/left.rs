#[derive(Parser)]
struct Opt {
    #[clap(short, long)]
    name: String,
}
