// Note: this requires the `derive` feature

use clap::Parser;

fn main() {
    Cli::parse();
}
