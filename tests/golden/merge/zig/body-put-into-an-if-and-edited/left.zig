fn load(file: File) !void {
    if (file.exists()) {
        const text = try file.read();
        try parse(text);
        file.close();
    }
}
