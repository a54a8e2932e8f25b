#[repr(u8)]
pub enum Code {
    Ok = 0,
    Busy = 1,
<<<<<<< left
    Lost = 2,
=======
    Full = 2,
>>>>>>> right
}
