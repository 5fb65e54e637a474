package id.deskpilkada.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** A report as a page shows it: one table at a time, ordered by plain links. */
@Component
public class ReportPage {

    private static final String SMALLEST_FIRST = "-";

    private final Standing standing;
    private final Wording wording;

    ReportPage(Standing standing, Wording wording) {
        this.standing = standing;
        this.wording = wording;
    }

    /** @param table key of a table; empty for the first @param order key of a column, behind a hyphen for the smallest figure first; empty for the order by code */
    public record Shown(String table, String order) {}

    /** A choice. @param current whether it is the one shown */
    public record Choice(String url, String text, boolean current) {}

    /** A column as a heading that orders. @param direction {@code descending}, {@code ascending}, or {@code none} */
    public record Heading(Column column, String url, String direction) {}

    /** @param path of the page @param files of the XLSX and PDF, without their endings */
    public String show(Report report, Standing.Asked asked, Shown shown, String path, String files, Model model) {
        var table = report.table(shown.table());
        boolean smallest = shown.order().startsWith(SMALLEST_FIRST);
        var column = smallest ? shown.order().substring(1) : shown.order();
        model.addAttribute("report", report);
        model.addAttribute("words", wording.ofReader());
        model.addAttribute("table", table.ordered(column, smallest));
        model.addAttribute("tabs", tabs(report, asked, path, table));
        model.addAttribute("headings", headings(table, asked, path, column, smallest));
        model.addAttribute("plainOrder", url(path, asked, table.key(), ""));
        model.addAttribute("rounds", rounds(report, asked, path));
        model.addAttribute("xlsx", url(files + ".xlsx", asked, "", ""));
        model.addAttribute("pdf", url(files + ".pdf", asked, "", ""));
        return "desk/evaluasi";
    }

    private static List<Choice> tabs(Report report, Standing.Asked asked, String path, Table shown) {
        return report.tables().stream()
                .map(table -> new Choice(
                        url(path, asked, table.key(), ""),
                        table.title(),
                        table.key().equals(shown.key())))
                .toList();
    }

    private static List<Heading> headings(
            Table table, Standing.Asked asked, String path, String ordered, boolean smallest) {
        var headings = new ArrayList<Heading>();
        for (var column : table.columns()) {
            boolean current = column.key().equals(ordered);
            var next = current && !smallest ? SMALLEST_FIRST + column.key() : column.key();
            headings.add(new Heading(
                    column,
                    url(path, asked, table.key(), next),
                    !current ? "none" : smallest ? "ascending" : "descending"));
        }
        return headings;
    }

    private List<Choice> rounds(Report report, Standing.Asked asked, String path) {
        return standing.rounds().stream()
                .map(round -> new Choice(
                        url(path, new Standing.Asked(round.electionCode(), round.code(), asked.region()), "", ""),
                        round.electionName() + " · " + round.code(),
                        round.id() == report.round().id()))
                .toList();
    }

    private static String url(String path, Standing.Asked asked, String table, String order) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "bagian", table);
        add(address, "urut", order);
        add(address, "region", asked.region());
        add(address, "election", asked.election());
        add(address, "round", asked.round());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
