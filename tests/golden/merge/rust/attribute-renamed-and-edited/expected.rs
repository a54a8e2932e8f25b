#[derive(Parser)]
struct Opt {
    #[arg(short, long)]
    name: String,
}
