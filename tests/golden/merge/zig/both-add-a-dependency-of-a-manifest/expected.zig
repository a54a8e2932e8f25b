.{
    .name = .app,
    .version = "0.1.0",
    .dependencies = .{
        .zap = .{
            .url = "https://example.org/zap.tar.gz",
            .hash = "1220",
        },
        .a = .{
            .url = "a",
        },
        .b = .{
            .url = "b",
        },
    },
    .paths = .{
        "build.zig",
        "src",
    },
}
