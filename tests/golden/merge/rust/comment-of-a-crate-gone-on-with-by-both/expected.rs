//! Reads settings.
//!
<<<<<<< left
//! They are in one file.

#![deny(missing_docs)]
=======
//! They may be nested.

#![allow(dead_code)]
>>>>>>> right

use std::fs;
