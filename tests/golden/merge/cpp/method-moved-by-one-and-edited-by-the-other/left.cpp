void Queue::push(int item)
{
    items_.push_back(item);
}

bool Queue::empty() const
{
    return items_.empty();
}

int Queue::pop()
{
    int first = items_.front();
    items_.pop_front();
    return first;
}
