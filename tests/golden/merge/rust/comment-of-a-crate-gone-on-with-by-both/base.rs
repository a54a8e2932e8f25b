//! Reads settings.

use std::fs;
