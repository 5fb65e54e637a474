package id.deskpilkada.tierreport.document;

import static id.deskpilkada.tierreport.document.Table.Kind.NUMBER;
import static id.deskpilkada.tierreport.document.Table.Kind.TEXT;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a report is and its main figures, line by line, for the first sheet of a workbook. */
@Component
class FactTable {

    private final Words words;

    FactTable(Words words) {
        this.words = words;
    }

    Table of(Material of) {
        var rows = new ArrayList<Row>();
        about(of, rows);
        figures(of.snapshot(), rows);
        rows.add(Row.of(of.snapshot().disclaimer(), null));
        if (of.withheld()) {
            rows.add(Row.of(words.text("tierdoc.note.withheld"), null));
        }
        return new Table(
                "summary",
                words.text("tierdoc.table.summary"),
                List.of(
                        new Column(words.text("tierdoc.column.label"), TEXT, 44),
                        new Column(words.text("tierdoc.column.value"), NUMBER, 44)),
                rows);
    }

    private void about(Material of, List<Row> rows) {
        var snapshot = of.snapshot();
        add(
                rows,
                "tierdoc.title",
                words.region(snapshot.level(), snapshot.region().name()));
        add(rows, "tierdoc.column.code", snapshot.region().code());
        add(rows, "tierdoc.meta.election", snapshot.election().name() + ", " + snapshot.round());
        add(rows, "tierdoc.meta.slot", words.slot(snapshot.slot()));
        add(rows, "tierdoc.meta.day", snapshot.day());
        add(rows, "tierdoc.meta.frozen", words.time(snapshot.frozenAt()));
        add(rows, "tierdoc.meta.code", of.code());
        add(rows, "tierdoc.meta.version", snapshot.version());
        add(rows, "tierdoc.column.standing", words.text("tierdoc.state." + of.state()));
        add(rows, "tierdoc.trace.digest", of.digest());
        if (of.address() != null) {
            add(rows, "tierdoc.meta.check", of.address());
        }
        var seal = of.seal();
        if (seal != null && seal.remarks() != null) {
            add(rows, "tierdoc.remarks", seal.remarks());
        }
    }

    private void figures(Snapshot snapshot, List<Row> rows) {
        var ready = snapshot.readiness();
        var voting = snapshot.voting();
        var incidents = snapshot.incidents();
        add(rows, "tierdoc.meta.stations", snapshot.stations());
        path(rows, "readiness", "ready", ready.ready());
        path(rows, "readiness", "conditional", ready.conditional());
        path(rows, "readiness", "notReady", ready.notReady());
        path(rows, "readiness", "unchecked", ready.unchecked());
        path(rows, "voting", "opened", voting.opened());
        path(rows, "voting", "openedLate", voting.openedLate());
        path(rows, "voting", "closed", voting.closed());
        path(rows, "voting", "halted", voting.halted());
        path(rows, "voting", "calm", voting.calm());
        path(rows, "voting", "attention", voting.attention());
        path(rows, "voting", "unrest", voting.unrest());
        path(rows, "voting", "held", voting.held());
        var turnout = snapshot.turnout();
        if (turnout != null) {
            path(rows, "turnout", "slot", turnout.slot());
            path(rows, "turnout", "stations", turnout.stations());
            path(rows, "turnout", "voters", turnout.voters());
            path(rows, "turnout", "votersListed", turnout.votersListed());
            path(rows, "turnout", "listed", turnout.listed());
            path(rows, "turnout", "percent", turnout.percent());
        }
        path(rows, "incidents", "open", incidents.open());
        path(rows, "incidents", "closed", incidents.closed());
        path(rows, "incidents", "halted", incidents.halted());
        path(rows, "incidents", "hurt", incidents.hurt());
    }

    private void add(List<Row> rows, String key, Object value) {
        rows.add(Row.of(words.text(key), value));
    }

    private void path(List<Row> rows, String of, String figure, @Nullable Object value) {
        rows.add(Row.of(words.text("tierdoc.path." + of) + ": " + words.text("tierdoc.path." + figure), value));
    }
}
