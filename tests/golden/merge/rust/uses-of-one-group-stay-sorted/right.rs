use std::fmt;
use std::fs::File;
use std::io;
use std::path::Path;

use serde::Deserialize;
use clap::Parser;

use crate::config::Config;
