package id.deskpilkada.incident.page;

import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.incident.IncidentWork.Open;
import id.deskpilkada.incident.dispatch.DispatchSheets.Sheet;
import id.deskpilkada.incident.page.IncidentCallers.Caller;
import id.deskpilkada.incident.reading.IncidentView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One incident as the page shows it to a reader.
 *
 * @param area digits; hints about it make the page look again
 * @param decides whether the reader may decide about it
 * @param whole whether the reader sees all of it, and not an agency's part
 * @param version key of the last line of the timeline by which somebody has told or decided something
 * @param choices codes of agencies that are not at it
 */
record IncidentSheet(
        IncidentView view,
        String area,
        boolean decides,
        boolean whole,
        long version,
        List<Sheet> agencies,
        List<Open> tasks,
        List<Caller> callers,
        List<String> choices,
        Instant now) {

    public boolean isOpen() {
        return view.incident().state().isOpen();
    }

    public boolean isUnjudged() {
        return view.incident().state() == IncidentState.REPORTED;
    }

    /** When KPU was told that voting has stopped, and what it said. */
    public Optional<IncidentView.Step> passedOn() {
        return view.timeline().stream()
                .filter(step -> step.step().equals("PASSED_ON"))
                .reduce((earlier, later) -> later);
    }

    /** The open task of that kind. */
    public Optional<Open> task(String key) {
        return tasks.stream().filter(open -> open.key().equals(key)).findFirst();
    }

    /** Agencies that may still say something on the telephone. */
    public List<Sheet> callable() {
        return agencies.stream().filter(one -> one.dispatch().state().isOpen()).toList();
    }

    /** Agencies that have declined and for which nobody goes yet. */
    public List<Sheet> unreplaced() {
        return agencies.stream().filter(Sheet::isAskedFor).toList();
    }
}
