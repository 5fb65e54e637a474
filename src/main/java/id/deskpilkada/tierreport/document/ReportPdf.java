package id.deskpilkada.tierreport.document;

import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.platform.document.QrCode;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report on paper, the same layout for every tier. */
@Component
class ReportPdf {

    /** More differences than this are for the spreadsheet. */
    private static final int CHANGES_ON_PAPER = 300;

    private static final int BARS_BELOW = 8;

    private static final String STYLE = read("/templates/document/tier-report.css");

    private final Documents documents;
    private final Words words;
    private final Summary summary;
    private final Sections sections;
    private final PartTables parts;
    private final ChangeTable changes;

    ReportPdf(
            Documents documents,
            Words words,
            Summary summary,
            Sections sections,
            PartTables parts,
            ChangeTable changes) {
        this.documents = documents;
        this.words = words;
        this.summary = summary;
        this.sections = sections;
        this.parts = parts;
        this.changes = changes;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(ReportPdf.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] of(Material of) {
        var snapshot = of.snapshot();
        var model = new HashMap<String, @Nullable Object>();
        model.put("style", STYLE);
        model.put(
                "footnote",
                words.text(
                        "tierdoc.foot",
                        of.code(),
                        snapshot.version(),
                        of.digest().substring(0, 16)));
        model.put("snapshot", snapshot);
        model.put("report", of);
        model.put("region", words.region(snapshot.level(), snapshot.region().name()));
        model.put("slot", words.slot(snapshot.slot()));
        model.put("day", words.day(snapshot));
        model.put("frozen", words.time(snapshot.frozenAt()));
        model.put("due", words.time(snapshot.slotDueAt()));
        model.put("standing", words.text("tierdoc.state." + of.state()));
        model.put("open", !of.isSettled());
        model.put("mark", words.text(of.state() == TierState.RETURNED ? "tierdoc.mark.returned" : "tierdoc.mark"));
        model.put("figures", rows(summary.figures(of)));
        model.put(
                "coverage",
                PartTables.sum(snapshot, Snapshot.Race::received) > 0 ? beside(summary.coverage(snapshot)) : List.of());
        model.put(
                "turnout",
                snapshot.turnout() == null || of.parts().isEmpty() ? List.of() : beside(summary.turnout(of)));
        model.put("sections", sections.of(of));
        model.put("block", of.seal() == null ? null : Block.of(of, of.seal(), words));
        model.put("qr", of.address() == null ? null : QrCode.png(of.address()));
        model.put("sources", Paper.of(parts.sources(snapshot), words));
        putChanges(of, model);
        return documents.pdf("tier-report", model);
    }

    /** Figures stand four to a line. */
    private static List<List<Summary.Figure>> rows(List<Summary.Figure> figures) {
        int width = figures.size() > 4 ? (figures.size() + 1) / 2 : Math.max(1, figures.size());
        return figures.size() <= width
                ? List.of(figures)
                : List.of(figures.subList(0, width), figures.subList(width, figures.size()));
    }

    /** Two columns where one would fill the page, read downwards. */
    private static List<List<Summary.Bar>> beside(List<Summary.Bar> bars) {
        if (bars.size() <= BARS_BELOW) {
            return bars.stream().map(List::of).toList();
        }
        int half = (bars.size() + 1) / 2;
        return IntStream.range(0, half)
                .mapToObj(at ->
                        at + half < bars.size() ? List.of(bars.get(at), bars.get(at + half)) : List.of(bars.get(at)))
                .toList();
    }

    private void putChanges(Material of, HashMap<String, @Nullable Object> model) {
        var table = changes.of(of);
        var shown = new Table(
                table.key(),
                table.title(),
                table.columns(),
                table.rows().stream().limit(CHANGES_ON_PAPER).toList());
        model.put("changes", of.snapshot().version() > 1 ? Paper.of(shown, words) : null);
        model.put("moreChanges", Math.max(0, table.rows().size() - CHANGES_ON_PAPER));
    }
}
