package id.deskpilkada;

import java.util.List;
import java.util.regex.Pattern;

/** A page as somebody reads it who has no scripts: text, rows of tables and links. */
public record Html(String source) {

    private static final Pattern ROW = Pattern.compile("<(tr|li)\\b(?s:(.*?))</\\1>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    /** The section that has the id, or the heading with the id for its name. */
    public Html section(String id) {
        int at = Math.max(source.indexOf("aria-labelledby=\"" + id + "\""), source.indexOf(" id=\"" + id + "\" aria-"));
        if (at < 0) {
            throw new AssertionError("no section " + id + " in " + text());
        }
        int section = source.indexOf("</section>", at);
        int table = source.indexOf("</table>", at);
        boolean isTable = source.lastIndexOf('<', at) == source.lastIndexOf("<table", at);
        int end = isTable ? table : section;
        return new Html(source.substring(source.indexOf('>', at) + 1, end));
    }

    public boolean has(String id) {
        return source.contains("aria-labelledby=\"" + id + "\"");
    }

    /** Without tags, spaces made one. */
    public String text() {
        return source.replaceAll("(?s)<(head|script|svg)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace('\u00A0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The texts of the rows or list items, headings of tables left out. */
    public List<String> rows() {
        return ROW.matcher(source.replaceAll("(?s)<thead>.*?</thead>", ""))
                .results()
                .map(row -> new Html(row.group().replaceFirst("^<[^>]*>", "")).text())
                .toList();
    }

    public List<String> links() {
        return HREF.matcher(source)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
    }

    /** The value of an attribute of the first element that has another with a value. */
    public String attribute(String wanted, String beside, String value) {
        int at = source.indexOf(beside + "=\"" + value + "\"");
        var tag = source.substring(source.lastIndexOf('<', at), source.indexOf('>', at));
        var found = Pattern.compile(wanted + "=\"([^\"]*)\"").matcher(tag);
        if (!found.find()) {
            throw new AssertionError("no " + wanted + " in " + tag);
        }
        return found.group(1);
    }
}
