package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.compile.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes of a report what pages show. */
@Component
class Screens {

    private final Words words;
    private final Summary summary;
    private final Sections sections;
    private final ChangeTable changes;

    Screens(Words words, Summary summary, Sections sections, ChangeTable changes) {
        this.words = words;
        this.summary = summary;
        this.sections = sections;
        this.changes = changes;
    }

    ReportScreen of(Material of) {
        var snapshot = of.snapshot();
        return new ReportScreen(
                of.withheld(),
                summary.figures(of),
                PartTables.sum(snapshot, Snapshot.Race::received) > 0 ? summary.coverage(snapshot) : List.of(),
                sections.of(of),
                snapshot.version() > 1 ? Paper.of(changes.of(of), words) : null);
    }
}
