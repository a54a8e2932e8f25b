use clap::{ArgEnum, Parser};

fn main() {
    Cli::parse();
}
