#[derive(Debug)]
#[repr(align(8), C)]
/// Read by the driver.
pub struct Hdr {
    pub len: u32,
    pub kind: u16,
}
