class Report {
    String build(List<Row> rows, Locale locale) {
        StringBuilder out = new StringBuilder();
        out.append("<table>");
<<<<<<< left
        appendRows(out, rows);
=======
        for (Row row : rows) {
            out.append("<tr>");
            out.append(row.name(locale));
            out.append("</tr>");
        }
>>>>>>> right
        out.append(locale);
        return out.toString();
    }

    private void appendRows(StringBuilder out, List<Row> rows) {
        for (Row row : rows) {
            out.append("<tr>");
            out.append(row.name());
            out.append("</tr>");
        }
    }
}
