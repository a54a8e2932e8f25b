/// Frames of a byte stream.
///
/// A stream that has ended may go on later.
///
/// [`Stream`]: tokio::stream::Stream
/// [`Sink`]: futures::Sink
pub struct Framed<T> {
    inner: T,
}
