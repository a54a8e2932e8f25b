/// Frames of a byte stream.
///
/// [`Stream`]: tokio_stream::Stream
/// [`Sink`]: futures::Sink
pub struct Framed<T> {
    inner: T,
}
