#ifndef POOL_H
#define POOL_H

struct pool *pool_new(size_t size);
void pool_free(struct pool *pool);
void *pool_take(struct pool *pool);
size_t pool_used(const struct pool *pool);

#endif
