void stop(struct loop *l)
{
    l->running = 0;
    wake(l);
    join(l);
}
