void stop(struct loop *l)
{
    l->running = 0;
    wake(l);
    drain(l);
    join(l);
}
