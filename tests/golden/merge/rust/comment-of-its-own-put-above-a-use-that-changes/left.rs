use clap::Parser;

fn main() {
    Cli::parse();
}
