#[repr(u8)]
pub enum Code {
    Ok = 0,
    Busy = 1,
    Full = 2,
}
