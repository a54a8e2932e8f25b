void stop(struct loop *l)
{
    l->running = 0;
    join(l);
}
