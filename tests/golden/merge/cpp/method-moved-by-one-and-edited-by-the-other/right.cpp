int Queue::pop()
{
    const int first = items_.at(0);
    items_.pop_front();
    return first;
}

void Queue::push(int item)
{
    items_.push_back(item);
}

bool Queue::empty() const
{
    return items_.empty();
}
