use std::io;
use std::sync::Mutex;

use num_cpus;
use tokio_reactor;

fn build() -> usize {
    CORES
}
